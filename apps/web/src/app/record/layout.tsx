import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/record">) {
  return <Live>{children}</Live>;
}
