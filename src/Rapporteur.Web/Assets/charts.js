// SPDX-License-Identifier: Apache-2.0
// Draws each figure.chart from the table that stands in it.

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function load(address) {
  return new Promise((resolve, reject) => {
    if (window.echarts) return resolve(window.echarts);
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
}

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const rowsOf = (figure) => [...figure.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
const base = () => ({
  animation: !calm,
  animationDuration: 300,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color("--ink") },
  tooltip: { renderMode: "richText", confine: true, backgroundColor: color("--raised"), borderColor: color("--line"), textStyle: { color: color("--ink") } },
});

const kinds = {
  bars(rows) {
    const axis = { axisLine: { lineStyle: { color: color("--line") } }, axisLabel: { color: color("--soft") }, splitLine: { lineStyle: { color: color("--line") } } };
    return {
      ...base(),
      grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: rows.map((row) => row[0]), ...axis },
      yAxis: { type: "value", minInterval: 1, ...axis },
      series: [{ type: "bar", data: rows.map((row) => Number(row[1])), itemStyle: { color: color("--accent") }, barMaxWidth: 28 }],
    };
  },
  network(rows) {
    const weight = new Map();
    for (const [from, , to, count] of rows) for (const name of [from, to]) weight.set(name, (weight.get(name) ?? 0) + Number(count));
    const largest = Math.max(...weight.values());
    const named = [...weight.entries()].sort((a, b) => b[1] - a[1]).slice(0, 24).map(([name]) => name);
    const most = Math.max(...rows.map((row) => Number(row[3])));
    return {
      ...base(),
      series: [{
        type: "graph", layout: "force", roam: true, draggable: true,
        force: { repulsion: 190, edgeLength: [50, 140], gravity: 0.12, layoutAnimation: false },
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 6,
        label: { show: true, position: "right", color: color("--ink"), formatter: (point) => named.includes(point.name) ? point.name : "" },
        labelLayout: { hideOverlap: true },
        lineStyle: { color: color("--soft"), opacity: 0.45, curveness: 0.12 },
        itemStyle: { color: color("--accent") },
        emphasis: { focus: "adjacency", label: { show: true, formatter: "{b}" } },
        data: [...weight.entries()].map(([name, value]) => ({ name, value, symbolSize: 7 + 24 * Math.sqrt(value / largest) })),
        links: rows.map(([source, kind, target, count]) => ({ source, target, value: Number(count), kind, lineStyle: { width: 1 + 4 * Number(count) / most } })),
        tooltip: { formatter: (point) => point.dataType === "edge" ? `${point.data.source} ${point.data.kind} ${point.data.target}: ${point.data.value}` : `${point.name}: ${point.value}` },
      }],
    };
  },
  map(rows) {
    const most = Math.max(...rows.map((row) => Number(row[4])));
    return {
      ...base(),
      geo: { map: "world", roam: true, itemStyle: { areaColor: color("--line"), borderColor: color("--raised"), borderWidth: 0.7 }, emphasis: { disabled: true }, silent: true },
      series: [{
        type: "scatter", coordinateSystem: "geo", itemStyle: { color: color("--event"), opacity: 0.7 },
        data: rows.map(([name, , north, east, reports]) => ({ name, value: [Number(east), Number(north), Number(reports)] })),
        symbolSize: (value) => 6 + 22 * Math.sqrt(value[2] / most),
        tooltip: { formatter: (point) => `${point.name}: ${point.value[2]}` },
      }],
    };
  },
};

async function draw(figure) {
  const rows = rowsOf(figure);
  const canvas = figure.querySelector(".canvas");
  if (rows.length === 0 || !canvas.hidden) return;
  const echarts = await load(figure.dataset.library);
  if (figure.dataset.chart === "map" && !echarts.getMap("world")) echarts.registerMap("world", await (await fetch(figure.dataset.world)).json());
  canvas.hidden = false;
  const chart = echarts.init(canvas);
  const paint = () => chart.setOption(kinds[figure.dataset.chart](rows), true);
  paint();
  new ResizeObserver(() => chart.resize()).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  if (figure.dataset.chart === "network") {
    chart.on("click", (point) => { if (point.dataType === "node") location.href = "/actor?name=" + encodeURIComponent(point.name); });
  }
}

for (const figure of document.querySelectorAll("figure.chart")) draw(figure);
