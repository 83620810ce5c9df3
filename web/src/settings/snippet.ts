// What is pasted into a page so that it says what visitors do.

/** The lines for a page: our own library from `origin`, and calls that wait until it is there. */
export function snippet(origin: string, key: string): string {
  return `<script async src="${origin}/t.js" data-key="${key}"></script>
<script>
  window.tandem = window.tandem || { q: [] };
  ["track", "page", "identify", "group"].forEach(function (call) {
    tandem[call] = tandem[call] || function () { tandem.q.push([call, arguments]); };
  });
</script>`;
}
