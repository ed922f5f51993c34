"use client";

import { useApiClient } from "../../api/client.tsx";
import { toastRefused } from "../../ui/toast.ts";
import { saveTextFile } from "../../ui/yaml-import.tsx";

/** Saves a version of the rules as a file; null: the built-in ones. */
export function useExport(): (packId: string | null) => void {
  const api = useApiClient();
  return (packId) => {
    void api.region.exportPack
      .query({ packId })
      .then((file) => saveTextFile(file.fileName, file.yaml))
      .catch(toastRefused);
  };
}
