/** The day it is, of UTC, also when it ends while the page is open. */
import { useEffect, useState } from "react";
import { dayOf, type Day } from "../../api/orders/day";

const LOOK_EVERY_MS = 30_000;

export function useToday(): Day {
  const [today, setToday] = useState(() => dayOf(new Date()));
  useEffect(() => {
    const clock = setInterval(() => {
      setToday(dayOf(new Date()));
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(clock);
    };
  }, []);
  return today;
}
