import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/o">) {
  return <Live>{children}</Live>;
}
