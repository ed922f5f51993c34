import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/reset">) {
  return <Live>{children}</Live>;
}
