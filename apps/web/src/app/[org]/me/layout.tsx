import { Live } from "../../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/[org]/me">) {
  return <Live>{children}</Live>;
}
