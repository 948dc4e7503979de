/** Names on the left, amounts on the right. */
export function SumRows({ rows }: { rows: ReadonlyArray<readonly [name: string, amount: string]> }) {
  return (
    <dl className="sum-rows">
      {rows.map(([name, amount]) => (
        <div key={name}><dt>{name}</dt><dd>{amount}</dd></div>
      ))}
    </dl>
  );
}
