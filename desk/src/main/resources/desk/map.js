// Streams on a map, with a slider over the years. The page has the same figures as a table.
'use strict';
document.querySelectorAll('[data-streams]').forEach(function (figure) {
  var streams = JSON.parse(figure.dataset.streams);
  var canvas = figure.querySelector('.canvas');
  var slide = figure.querySelector('input');
  var words = figure.querySelector('output');
  var play = figure.querySelector('.play');
  var all = Number(slide.dataset.all);
  fetch('/assets/world.json').then(function (answer) { return answer.json(); }).then(function (world) {
    figure.hidden = false;
    document.querySelectorAll('.plain-year').forEach(function (form) { form.hidden = true; });
    echarts.registerMap('world', { geoJSON: world.outlines });
    var chart = echarts.init(canvas, null, { renderer: 'canvas' });
    function lines(year) {
      var sums = {};
      streams.forEach(function (stream) {
        if (year !== all && stream.year !== year) { return; }
        var from = world.points[stream.from];
        var to = world.points[stream.to];
        if (!from || !to) { return; }
        var key = stream.from + '>' + stream.to;
        sums[key] = sums[key] || { name: stream.names, coords: [from, to], value: 0 };
        sums[key].value += stream.dealings;
      });
      return Object.keys(sums).map(function (key) { return sums[key]; });
    }
    function draw() {
      var style = getComputedStyle(document.documentElement);
      function colour(name) { return style.getPropertyValue(name).trim(); }
      var year = Number(slide.value);
      var shown = lines(year);
      var most = shown.reduce(function (best, line) { return Math.max(best, line.value); }, 1);
      words.textContent = year === all ? 'all years' : String(year);
      chart.setOption({
        animation: false,
        tooltip: {
          renderMode: 'richText',
          formatter: function (at) {
            return at.seriesType === 'lines' ? at.name + ': ' + at.data.value : '';
          }
        },
        geo: {
          map: 'world', roam: true, silent: true, left: 4, right: 4, top: 4, bottom: 4,
          itemStyle: { areaColor: colour('--line'), borderColor: colour('--raised') }
        },
        series: [{
          type: 'lines', coordinateSystem: 'geo', symbol: ['none', 'arrow'], symbolSize: 7,
          lineStyle: { color: colour('--accent'), curveness: 0.25, opacity: 0.75 },
          data: shown.map(function (line) {
            return {
              name: line.name, coords: line.coords, value: line.value,
              lineStyle: { width: 1 + 4 * line.value / most }
            };
          })
        }]
      }, { replaceMerge: ['series'] });
    }
    draw();
    slide.addEventListener('input', draw);
    window.addEventListener('resize', function () { chart.resize(); });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    var timer = 0;
    function stop() {
      clearInterval(timer);
      timer = 0;
      play.textContent = 'Play';
      play.setAttribute('aria-pressed', 'false');
    }
    play.addEventListener('click', function () {
      if (timer) { stop(); return; }
      play.textContent = 'Stop';
      play.setAttribute('aria-pressed', 'true');
      timer = setInterval(function () {
        var next = Number(slide.value) + 1;
        if (next > Number(slide.max)) { slide.value = slide.dataset.all; stop(); } else { slide.value = next; }
        draw();
      }, 900);
    });
  });
});
