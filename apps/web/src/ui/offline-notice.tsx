"use client";

import { IconWifiOff } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import classes from "./offline-notice.module.css";

/** Says at the lower edge that there is no network, for as long as there is none. */
export function OfflineNotice() {
  const online = useSyncExternalStore(listen, isOnline, () => true);
  return (
    <div
      role="status"
      className={online ? undefined : classes.notice}
      data-offline={online ? undefined : true}
      data-print="no"
    >
      {online ? null : (
        <>
          <IconWifiOff size={16} stroke={1.7} aria-hidden="true" />
          Offline: what you see may have changed, and nothing is sent.
        </>
      )}
    </div>
  );
}

function listen(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

function isOnline(): boolean {
  return navigator.onLine;
}
