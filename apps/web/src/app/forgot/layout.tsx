import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/forgot">) {
  return <Live>{children}</Live>;
}
