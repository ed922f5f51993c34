import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/sign-in">) {
  return <Live>{children}</Live>;
}
