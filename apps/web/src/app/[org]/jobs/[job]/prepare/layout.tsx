import { Live } from "../../../../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/[org]/jobs/[job]/prepare">) {
  return <Live>{children}</Live>;
}
