/** A bar of a chart that the server draws, in a box of 100 by 100 */
export type DrawnBar = { x: string; y: string; width: string; height: string }

/**
 * The bars of a chart, for those whose browser draws none: so nothing moves when it does.
 */
export function drawnBars(counts: number[]): DrawnBar[] {
  const most = Math.max(1, ...counts)
  const step = 100 / counts.length

  return counts.map((count, index) => {
    const height = (count / most) * 96
    return {
      x: (index * step + step * 0.14).toFixed(2),
      y: (100 - height).toFixed(2),
      width: (step * 0.72).toFixed(2),
      height: height.toFixed(2),
    }
  })
}
