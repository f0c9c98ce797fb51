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
  // Stacked by type; what is rare is put together, since nobody tells sixteen colors apart.
  types(rows) {
    const total = new Map();
    for (const [, type, count] of rows) total.set(type, (total.get(type) ?? 0) + Number(count));
    const shown = [...total.entries()].sort((a, b) => b[1] - a[1]).slice(0, 6).map(([type]) => type);
    const names = total.size > shown.length ? [...shown, "other"] : shown;
    const months = [...new Set(rows.map((row) => row[0]))];
    const counts = new Map(names.map((name) => [name, months.map(() => 0)]));
    for (const [month, type, count] of rows) counts.get(shown.includes(type) ? type : "other")[months.indexOf(month)] += Number(count);
    const axis = { axisLine: { lineStyle: { color: color("--line") } }, axisLabel: { color: color("--soft") }, splitLine: { lineStyle: { color: color("--line") } } };
    return {
      ...base(),
      aria: { enabled: true, decal: { show: true } },
      color: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a8a8a"],
      tooltip: { ...base().tooltip, trigger: "axis" },
      legend: { top: 0, textStyle: { color: color("--ink") } },
      grid: { left: 8, right: 8, top: 56, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: months, ...axis },
      yAxis: { type: "value", minInterval: 1, ...axis },
      series: names.map((name) => ({ name, type: "bar", stack: "all", data: counts.get(name), barMaxWidth: 28 })),
    };
  },
  matrix(rows) {
    const by = (column, among = rows) => {
      const total = new Map();
      for (const row of among) total.set(row[column], (total.get(row[column]) ?? 0) + Number(row[2]));
      return [...total.entries()].sort((a, b) => b[1] - a[1]).slice(0, 24).map(([name]) => name);
    };
    const actors = by(0), recipients = by(1, rows.filter((row) => actors.includes(row[0])));
    const cells = rows.filter((row) => actors.includes(row[0]) && recipients.includes(row[1])).map((row) => [recipients.indexOf(row[1]), actors.indexOf(row[0]), Number(row[2])]);
    const axis = { type: "category", splitArea: { show: false }, splitLine: { show: true, lineStyle: { color: color("--line") } }, axisLine: { lineStyle: { color: color("--line") } } };
    const label = { color: color("--ink"), width: 110, overflow: "truncate" };
    return {
      ...base(),
      grid: { left: 8, right: 16, top: 84, bottom: 8, containLabel: true },
      xAxis: { ...axis, data: recipients, position: "top", name: "to whom", nameLocation: "middle", nameGap: 86, nameTextStyle: { color: color("--soft") }, axisLabel: { ...label, rotate: 60, interval: 0, width: 76 } },
      yAxis: { ...axis, data: actors, inverse: true, axisLabel: { ...label, interval: 0 } },
      visualMap: { show: false, type: "continuous", min: 0, max: Math.max(...cells.map((cell) => cell[2])), inRange: { color: [color("--line"), color("--accent")] } },
      series: [{ type: "heatmap", data: cells, label: { show: true, color: color("--ink"), textBorderColor: color("--raised"), textBorderWidth: 3 }, itemStyle: { borderColor: color("--raised"), borderWidth: 1 } }],
      tooltip: { ...base().tooltip, formatter: (point) => `${actors[point.data[1]]} → ${recipients[point.data[0]]}: ${point.data[2]}` },
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
  if (figure.dataset.chart === "matrix") {
    chart.on("click", (point) => {
      const [recipient, actor] = [chart.getOption().xAxis[0].data[point.data[0]], chart.getOption().yAxis[0].data[point.data[1]]];
      const to = new URL(location.href);
      for (const [name, value] of [["actor", actor], ["recipient", recipient]]) to.searchParams.set(name, value);
      for (const name of ["view", "after"]) to.searchParams.delete(name);
      location.href = to;
    });
  }
  if (figure.dataset.chart === "network") {
    chart.on("click", (point) => { if (point.dataType === "node") location.href = "/actor?name=" + encodeURIComponent(point.name); });
  }
}

for (const figure of document.querySelectorAll("figure.chart")) draw(figure);
