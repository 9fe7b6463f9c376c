import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/**
 * Bars over days, in the colours of the theme.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ label: string, labels: string[], counts: number[] }} data
 */
export function drawChart(canvas, { label, labels, counts }) {
  const styles = getComputedStyle(canvas)
  const colour = (name) => styles.getPropertyValue(`--color-${name}`).trim()
  const ticks = { color: colour('muted'), font: { family: styles.fontFamily, size: 11 } }
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches

  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels,
      datasets: [
        {
          label,
          data: counts,
          backgroundColor: colour('primary'),
          hoverBackgroundColor: colour('secondary'),
          borderRadius: 2,
          categoryPercentage: 0.9,
          barPercentage: 0.85,
        },
      ],
    },
    options: {
      animation: isStill ? false : { duration: 200 },
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: colour('line') },
          ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 24 },
        },
        y: {
          beginAtZero: true,
          grid: { color: colour('line') },
          border: { display: false },
          ticks: { ...ticks, precision: 0, maxTicksLimit: 5 },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          backgroundColor: colour('base-content'),
          titleColor: colour('base-100'),
          bodyColor: colour('base-100'),
        },
      },
    },
  })
}
