// Outlines at a scale of 1:110 million, which is enough for a page; points out of the outlines at
// 1:50 million, since small states are missing from the coarser ones.
'use strict';
const work = process.argv[2];
const topojson = require(work + '/topojson-client/dist/topojson-client.js');
const codes = require(work + '/i18n-iso-countries/codes.json');
const alpha = {};
codes.forEach((row) => { alpha[row[2]] = row[0]; });

// A ring that crosses the antimeridian goes on beyond 180 degrees, so that no line runs across the map.
function unwrapped(ring) {
  let turn = 0;
  return ring.map((point, i) => {
    if (i > 0 && Math.abs(point[0] - ring[i - 1][0]) > 180) {
      turn += point[0] < ring[i - 1][0] ? 360 : -360;
    }
    return [point[0] + turn, point[1]];
  });
}
function features(scale) {
  const atlas = require(work + '/world-atlas/countries-' + scale + '.json');
  return topojson.feature(atlas, atlas.objects.countries).features;
}
function code(feature) {
  if (feature.properties.name === 'Kosovo') { return 'XK'; }
  return feature.id === undefined ? '' : alpha[String(feature.id).padStart(3, '0')] || '';
}
function polygons(geometry) {
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return all.map((polygon) => polygon.map(unwrapped));
}
function area(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  }
  return sum / 2;
}
function centre(ring) {
  let x = 0; let y = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  const six = 6 * area(ring);
  return six === 0 ? ring[0] : [x / six, y / six];
}
function round(number) { return Math.round(number * 10) / 10; }
function thin(ring) {
  const kept = [];
  ring.forEach((point) => {
    const next = [round(point[0]), round(point[1])];
    const last = kept[kept.length - 1];
    if (!last || last[0] !== next[0] || last[1] !== next[1]) { kept.push(next); }
  });
  return kept;
}

const points = {};
const sizes = {};
features('50m').forEach((feature) => {
  const of = code(feature);
  if (of === '') { return; }
  const largest = polygons(feature.geometry).map((polygon) => polygon[0])
    .reduce((best, ring) => (Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best));
  const size = Math.abs(area(largest));
  if (size > (sizes[of] || 0)) {
    const middle = centre(largest);
    sizes[of] = size;
    points[of] = [round(middle[0]), round(middle[1])];
  }
});
const outlines = features('110m').filter((feature) => feature.properties.name !== 'Antarctica')
  .map((feature) => ({
    type: 'Feature',
    properties: { name: feature.properties.name, code: code(feature) },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons(feature.geometry).map((polygon) => polygon.map(thin))
        .filter((polygon) => polygon[0].length > 3),
    },
  }));
const sorted = {};
Object.keys(points).sort().forEach((of) => { sorted[of] = points[of]; });
process.stdout.write(JSON.stringify({
  source: 'Natural Earth (public domain), by way of world-atlas',
  points: sorted,
  outlines: { type: 'FeatureCollection', features: outlines },
}) + '\n');
