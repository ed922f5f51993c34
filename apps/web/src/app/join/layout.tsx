import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/join">) {
  return <Live>{children}</Live>;
}
