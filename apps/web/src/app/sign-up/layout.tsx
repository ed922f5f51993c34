import { Live } from "../../frame/live.tsx";

export default function Layout({ children }: LayoutProps<"/sign-up">) {
  return <Live>{children}</Live>;
}
