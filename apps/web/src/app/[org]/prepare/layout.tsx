import { Live } from "../../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/[org]/prepare">) {
  return <Live>{children}</Live>;
}
