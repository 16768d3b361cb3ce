/** Whether this much time has passed since a point in time. */
import { useEffect, useState } from "react";

export function useElapsed(since: number, milliseconds: number): boolean {
  const [reached, setReached] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setReached(since);
      },
      since + milliseconds - Date.now(),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [since, milliseconds]);
  return reached === since;
}
