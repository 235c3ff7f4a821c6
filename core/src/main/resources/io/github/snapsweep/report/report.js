'use strict';
(() => {
  // ---- the data: columns, one value for each task

  const data = JSON.parse(document.getElementById('data').textContent);
  const count = data.task.length;
  const all = Array.from({ length: count }, (_, row) => row);
  const SECONDS = 'run time';
  const MEMORY = 'memory';

  const collator = new Intl.Collator('en', { numeric: true });
  const numbers = (name, kind, values, show = number) => ({
    name, kind, isNumber: true, value: row => values[row] ?? null, text: row => show(values[row] ?? null), show,
  });
  const texts = (name, kind, column) => ({
    name, kind, isNumber: false, levels: column.levels,
    value: row => (column.values[row] < 0 ? null : column.values[row]),
    text: row => column.levels[column.values[row]] ?? '',
    show: place => column.levels[place] ?? '',
  });

  const parameters = data.parameters.map(column =>
    column.levels ? texts(column.name, 'parameter', column) : numbers(column.name, 'parameter', column.values));
  const metrics = data.metrics.map(column => numbers(column.name, 'metric', column.values));
  const task = numbers('task', 'task', data.task, String);
  const state = texts('state', 'task', data.state);
  const node = texts('node', 'task', data.node);
  const detail = texts('detail', 'task', data.detail);
  const exit = numbers('exit', 'task', data.exit);
  const attempt = numbers('attempt', 'task', data.attempt);
  const seconds = numbers(SECONDS, 'task', data.seconds, duration);
  const memory = numbers(MEMORY, 'task', data.bytes, size);
  const hasMemory = data.bytes.some(bytes => bytes !== null);
  const measures = [...metrics, seconds, ...(hasMemory ? [memory] : [])];
  const columns = [task, state, exit, attempt, ...parameters, ...metrics, seconds, memory, node, detail];

  // ---- words

  function number(value) {
    if (value === null) return '';
    const size = Math.abs(value);
    if (Number.isInteger(value) && size < 1e15) return String(value);
    return String(size !== 0 && (size < 1e-4 || size >= 1e7) ? value.toExponential(4) : Number(value.toPrecision(6)));
  }

  function duration(value) {
    if (value === null) return '';
    const [days, hours, minutes] = [Math.floor(value / 86400), Math.floor(value / 3600) % 24, Math.floor(value / 60) % 60];
    const both = (many, unit, less, smaller) => `${many} ${unit}${less ? ` ${less} ${smaller}` : ''}`;
    if (days) return both(days, 'd', hours, 'h');
    if (hours) return both(hours, 'h', minutes, 'min');
    return minutes ? both(minutes, 'min', Math.floor(value % 60), 's') : `${number(value)} s`;
  }

  function size(value) {
    if (value === null) return '';
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    const unit = Math.min(units.length - 1, value > 0 ? Math.floor(Math.log2(value) / 10) : 0);
    return `${Number((value / 1024 ** unit).toPrecision(3))} ${units[unit]}`;
  }

  const counted = (many, what) => `${many} ${what}${many === 1 ? '' : 's'}`;
  const short = (text, most = 28) => harmless(text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`).replace(/\s/g, ' ');

  /** The charts keep the widths of texts in an object: `__proto__` would change all objects, so it is drawn as another text. */
  const harmless = text => (text in {} ? `\u200b${text}` : text);

  const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

  // ---- elements: values go in as text, never as markup

  const byId = id => document.getElementById(id);

  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function choice(label, options, chosen, change) {
    const select = make('select', { onchange: () => change(options[select.selectedIndex]) });
    options.forEach(option => select.append(make('option', { textContent: short(option.name, 40) })));
    select.selectedIndex = Math.max(0, options.indexOf(chosen));
    return make('label', {}, make('span', { textContent: label }), select);
  }

  function switches(options, chosen, change) {
    const group = make('div', { className: 'kinds', role: 'group' });
    options.forEach(option => {
      const button = make('button', { type: 'button', textContent: option, onclick: () => change(option) });
      button.setAttribute('aria-pressed', String(option === chosen));
      group.append(button);
    });
    return group;
  }

  // ---- colours: those of the style, so that light and dark are said once

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const SERIES = {
    light: ['#2f6f8f', '#d0762b', '#3f8f6b', '#8a5aa5', '#b8433f', '#7a6a4f', '#c05d94', '#5b7d2e'],
    dark: ['#76b7d6', '#eda25f', '#6fc39b', '#b993d3', '#ea827a', '#c2ae88', '#e295bf', '#a3c46a'],
  };
  const HEAT = {
    light: ['#f1f4ee', '#b7d5cc', '#6fabb5', '#35799a', '#1c4468'],
    dark: ['#20303b', '#2c5a73', '#438aa0', '#83bfb7', '#e2efd6'],
  };
  const STATES = {
    completed: 'good', failed: 'bad', timeout: 'late', running: 'run', pending: 'wait', cancelled: 'gone',
    'not submitted': 'gone', unknown: 'gone', requeued: 'late',
  };
  const stateColour = name => colour(STATES[name] ?? 'gone');
  const isDark = () => document.documentElement.dataset.theme === 'dark';
  const series = place => SERIES[isDark() ? 'dark' : 'light'][place % 8];

  // ---- charts: drawn when they come into sight, and again when the choice, the filter or the theme changes

  const charts = new Map();

  function chart(id, draw) {
    const element = byId(id);
    const entry = { element, draw, isStale: true, isSeen: false };
    charts.set(id, entry);
    new IntersectionObserver(entries => {
      entry.isSeen = entries.some(one => one.isIntersecting);
      refresh(entry);
    }, { rootMargin: '300px' }).observe(element);
    new ResizeObserver(() => entry.chart?.resize()).observe(element);
  }

  function refresh(entry, isForced = false) {
    if (!entry.isStale || !(entry.isSeen || isForced) || entry.element.closest('[hidden]')) return;
    entry.isStale = false;
    entry.chart ??= echarts.init(entry.element, null, { renderer: 'canvas' });
    const option = entry.draw(entry.element);
    entry.chart.resize();
    entry.chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option }, { notMerge: true });
  }

  function redraw(...ids) {
    (ids.length ? ids : [...charts.keys()]).forEach(id => {
      const entry = charts.get(id);
      if (entry) {
        entry.isStale = true;
        refresh(entry);
      }
    });
  }

  function tip(title, lines) {
    return make('div', { className: 'tip' }, make('b', { textContent: title }), lines.filter(Boolean).join('\n'));
  }

  function tooltip(formatter, trigger = 'item') {
    return {
      trigger, formatter, confine: true, backgroundColor: colour('card'), borderColor: colour('line'),
      textStyle: { color: colour('ink') }, axisPointer: { lineStyle: { color: colour('soft'), type: 'dotted' } },
    };
  }

  function axis(column, rows, rest = {}) {
    const style = {
      name: short(column.name, 40), nameLocation: 'middle', nameGap: 32, nameTextStyle: { color: colour('soft'), fontSize: 13 },
      axisLine: { show: true, lineStyle: { color: colour('line') } }, axisTick: { show: false },
      axisLabel: { color: colour('soft'), hideOverlap: true },
      splitLine: { show: true, lineStyle: { color: colour('line'), type: [2, 4] } },
    };
    return column.isNumber
      ? { type: 'value', scale: true, ...style, ...rest, axisLabel: { ...style.axisLabel, formatter: value => column.show(value) } }
      : { type: 'category', data: column.levels.map(text => short(text, 18)), ...style, splitLine: { show: false }, ...rest };
  }

  const isLogarithmic = (column, rows) => {
    const values = column.isNumber ? rows.map(column.value).filter(value => value !== null) : [];
    return values.length > 0 && least(values) > 0 && most(values) / least(values) >= 500;
  };
  const scale = (column, isLog) => (column.isNumber && isLog ? { type: 'log' } : {});
  const least = values => values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = values => values.reduce((one, other) => Math.max(one, other), -Infinity);

  // ---- results: parameters against metrics

  const NOTHING = { name: 'nothing' };
  const REST = { name: 'all the others' };
  const SPREADS = [{ name: 'standard deviation' }, { name: 'smallest to largest' }, { name: 'none' }];
  const levelsOf = column => new Set(all.map(column.value).filter(value => value !== null)).size;
  const varied = parameters.filter(column => levelsOf(column) > 1);
  const isSeed = column => /(^|[._])(seed|rng|repeat|replicate|repetition|fold)s?$/i.test(column.name);
  const plot = presets();

  function presets() {
    const seed = varied.find(isSeed);
    const others = varied.filter(column => column !== seed);
    const widest = list => list.reduce((one, other) => (one && levelsOf(one) >= levelsOf(other) ? one : other), undefined);
    const x = widest(others.filter(column => column.isNumber)) ?? widest(others) ?? seed ?? task;
    const by = widest(others.filter(column => column !== x && levelsOf(column) <= 12)) ?? NOTHING;
    const y = metrics.find(column => levelsOf(column) > 1) ?? metrics[0] ?? seconds;
    const combinations = others.filter(column => column !== x).reduce((many, column) => many * levelsOf(column), 1);
    return {
      kind: x === task ? 'scatter' : 'line', x, y, by,
      second: others.find(column => column !== x) ?? seed ?? x,
      over: seed && x !== seed && combinations <= 12 ? seed : REST,
      spread: SPREADS[0], isLogX: isLogarithmic(x, all), isLogY: isLogarithmic(y, all),
    };
  }

  function set(change) {
    Object.assign(plot, change);
    drawAxes();
    redraw('plot');
  }

  function drawAxes() {
    const xs = [...(varied.length ? varied : parameters), task, ...(plot.kind === 'scatter' ? measures : [])];
    if (!xs.includes(plot.x)) plot.x = xs[0];
    const groups = [NOTHING, ...varied.filter(column => column !== plot.x)];
    if (!groups.includes(plot.by)) plot.by = NOTHING;
    const over = [REST, ...varied.filter(column => column !== plot.x && column !== plot.by)];
    if (!over.includes(plot.over)) plot.over = REST;
    const kinds = varied.length > 1 ? ['line', 'scatter', 'heat map', 'parallel'] : ['line', 'scatter'];
    const parts = [switches(kinds, plot.kind, kind => set({ kind }))];
    const measure = choice(plot.kind === 'heat map' || plot.kind === 'parallel' ? 'colour' : 'up', measures, plot.y,
      y => set({ y, isLogY: isLogarithmic(y, all) }));
    if (plot.kind !== 'parallel') {
      parts.push(choice('across', xs, plot.x, x => set({ x, isLogX: isLogarithmic(x, all) })));
    }
    if (plot.kind === 'heat map') {
      const seconds = varied.filter(column => column !== plot.x);
      if (!seconds.includes(plot.second)) plot.second = seconds[0] ?? plot.x;
      parts.push(choice('up', seconds, plot.second, second => set({ second })));
    }
    parts.push(measure);
    if (plot.kind === 'line' || plot.kind === 'scatter') {
      parts.push(choice(plot.kind === 'line' ? 'a line for each' : 'a colour for each', groups, plot.by, by => set({ by })));
    }
    if (plot.kind === 'line') {
      parts.push(choice('mean over', over, plot.over, chosen => set({ over: chosen })));
      parts.push(choice('spread', SPREADS, plot.spread, spread => set({ spread })));
    }
    if (plot.kind === 'line' || plot.kind === 'scatter') {
      const scales = [['linear', {}], ['log across', { isLogX: true }], ['log up', { isLogY: true }], ['log both', { isLogX: true, isLogY: true }]]
        .map(([name, values]) => ({ name, values: { isLogX: false, isLogY: false, ...values } }));
      const now = scales.find(one => one.values.isLogX === plot.isLogX && one.values.isLogY === plot.isLogY);
      parts.push(choice('scale', scales, now, one => set(one.values)));
    }
    byId('axes').replaceChildren(...parts);
  }

  chart('plot', () => {
    const option = { line: drawLine, scatter: drawScatter, 'heat map': drawHeat, parallel: drawParallel }[plot.kind](shown);
    const missing = shown.filter(row => plot.y.value(row) === null).length;
    byId('plot-words').textContent = [
      option.words, missing ? `${counted(missing, 'task')} of ${shown.length} left no ${short(plot.y.name)}.` : '',
    ].join(' ').trim();
    delete option.words;
    return option;
  });

  const GRID = { left: 16, right: 24, top: 40, bottom: 40, containLabel: true };

  function frame(legend) {
    return {
      grid: { ...GRID, left: 36, top: legend ? 48 : 24 },
      legend: { show: legend, type: 'scroll', top: 0, left: 0, icon: 'circle', itemWidth: 9, itemHeight: 9,
        textStyle: { color: colour('ink') }, pageTextStyle: { color: colour('soft') } },
      dataZoom: [{ type: 'inside', xAxisIndex: 0, filterMode: 'none', zoomOnMouseWheel: 'ctrl' }],
      toolbox: { right: 0, top: -4, iconStyle: { borderColor: colour('soft') }, feature: { saveAsImage: { name: 'plot', pixelRatio: 2, backgroundColor: colour('card') } } },
    };
  }

  /** Tasks that agree in what a line is made of, in lines; each with its points from left to right. */
  function lines(rows) {
    const apart = [plot.by, ...(plot.over === REST ? [] : varied.filter(column => ![plot.x, plot.by, plot.over].includes(column)))]
      .filter(column => column !== NOTHING);
    const found = new Map();
    rows.forEach(row => {
      const [x, y] = [plot.x.value(row), plot.y.value(row)];
      if (x === null || y === null) return;
      const key = JSON.stringify(apart.map(column => column.value(row)));
      if (!found.has(key)) found.set(key, { row, points: new Map() });
      const points = found.get(key).points;
      if (!points.has(x)) points.set(x, []);
      points.get(x).push(y);
    });
    const result = [...found.values()].map(({ row, points }) => ({
      row,
      name: apart.map(column => `${short(column.name, 20)} ${short(column.text(row), 30)}`).join(', ') || short(plot.y.name),
      points: [...points].sort(([one], [other]) => one - other).map(([x, values]) => point(x, values)),
    }));
    return result.sort((one, other) => apart.reduce((sign, column) => sign || compare(column, one.row, other.row), 0));
  }

  function point(x, values) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = values.length > 1
      ? Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)) : 0;
    const [low, high] = plot.spread === SPREADS[0] ? [mean - deviation, mean + deviation] : [least(values), most(values)];
    return { x, mean, deviation, low, high, least: least(values), most: most(values), count: values.length };
  }

  const MOST_LINES = 40;

  function drawLine(rows) {
    const found = lines(rows);
    const some = found.slice(0, MOST_LINES);
    const isSpread = plot.spread !== SPREADS[2] && some.some(line => line.points.some(one => one.count > 1));
    const markers = some.every(line => line.points.length <= 60);
    const up = plot.isLogY ? value => Math.max(value, Number.MIN_VALUE) : value => value;
    return {
      ...frame(some.length > 1),
      tooltip: tooltip(hits => lineTip(some, hits.filter(hit => hit.seriesType === 'line')), 'axis'),
      xAxis: axis(plot.x, rows, { ...scale(plot.x, plot.isLogX), ...(plot.x.isNumber ? { min: 'dataMin', max: 'dataMax' } : {}) }),
      yAxis: axis(plot.y, rows, { ...scale(plot.y, plot.isLogY), nameGap: 48 }),
      series: some.flatMap((line, place) => [
        ...(isSpread ? [band(line, place)] : []),
        {
          type: 'line', id: `line${place}`, name: line.name, data: line.points.map(one => [one.x, up(one.mean)]), color: series(place),
          symbol: markers ? 'circle' : 'none', symbolSize: 6, lineStyle: { width: 2.2 }, z: 3, emphasis: { disabled: true },
        },
      ]),
      words: [
        some.some(line => line.points.some(one => one.count > 1))
          ? `Each point is a mean over ${plot.over === REST ? 'all tasks there' : short(plot.over.name)}${isSpread ? `; the band is ${plot.spread === SPREADS[0] ? 'one standard deviation to either side' : 'from the smallest to the largest'}` : ''}.` : '',
        found.length > MOST_LINES ? `${MOST_LINES} of ${found.length} lines are shown: filter the tasks, or take the mean over more.` : '',
      ].join(' '),
    };
  }

  function band(line, place) {
    return {
      type: 'custom', id: `band${place}`, name: line.name, silent: true, z: 1, color: series(place), clip: true,
      data: [[0, 0]], encode: { x: -1, y: -1 },
      renderItem: (_, api) => {
        const top = line.points.map(one => api.coord([one.x, one.high]));
        const bottom = line.points.map(one => api.coord([one.x, plot.isLogY ? Math.max(one.low, one.mean / 10) : one.low])).reverse();
        return { type: 'polygon', shape: { points: [...top, ...bottom] }, style: { fill: series(place), opacity: 0.16 } };
      },
    };
  }

  function lineTip(some, hits) {
    if (!hits.length) return '';
    const rows = hits.map(hit => {
      const line = some[Number(hit.seriesId.slice(4))];
      const one = line.points[hit.dataIndex];
      const rest = one.count > 1 ? ` \u00b1 ${plot.y.show(one.deviation)}  (${one.count})` : '';
      return `${some.length > 1 ? `${line.name}: ` : ''}${plot.y.show(one.mean)}${rest}`;
    });
    return tip(`${short(plot.x.name)} ${short(plot.x.show(hits[0].data[0]), 60)}`, [plot.y.name === SECONDS ? '' : short(plot.y.name, 60), ...rows.slice(0, 12), rows.length > 12 ? '\u2026' : '']);
  }

  function drawScatter(rows) {
    const there = rows.filter(row => plot.x.value(row) !== null && plot.y.value(row) !== null);
    const groups = new Map();
    there.forEach(row => {
      const key = plot.by === NOTHING ? null : plot.by.value(row);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(row);
    });
    const sorted = [...groups.values()].sort((one, other) => (plot.by === NOTHING ? 0 : compare(plot.by, one[0], other[0])));
    const isFew = sorted.length <= MOST_LINES;
    const drawn = isFew ? sorted : [there];
    const option = {
      ...frame(isFew && sorted.length > 1),
      tooltip: tooltip(hit => taskTip(hit.data[2])),
      xAxis: axis(plot.x, rows, scale(plot.x, plot.isLogX)),
      yAxis: axis(plot.y, rows, { ...scale(plot.y, plot.isLogY), nameGap: 48 }),
      series: drawn.map((group, place) => ({
        type: 'scatter', id: `scatter${place}`, name: plot.by === NOTHING ? short(plot.y.name) : `${short(plot.by.name, 20)} ${short(plot.by.text(group[0]), 30)}`,
        data: group.map(row => [plot.x.value(row), plot.y.value(row), row]), color: series(place),
        symbolSize: there.length > 2000 ? 4 : 7, itemStyle: { opacity: there.length > 500 ? 0.45 : 0.75 },
        large: there.length > 5000, largeThreshold: 5000,
      })),
      words: isFew ? 'Each point is a task.' : `Each point is a task; ${short(plot.by.name)} has too many values for a colour each.`,
    };
    return option;
  }

  function taskTip(row) {
    return tip(`task ${task.text(row)}, ${state.text(row)}`, [
      ...parameters.map(column => `${short(column.name)} = ${short(column.text(row), 60)}`),
      ...metrics.slice(0, 8).map(column => `${short(column.name)}: ${column.text(row)}`),
    ]);
  }

  function steps(column, rows) {
    const values = [...new Set(rows.map(column.value).filter(value => value !== null))];
    values.sort((one, other) => (column.isNumber ? one - other : collator.compare(column.show(one), column.show(other))));
    return values;
  }

  function drawHeat(rows) {
    const [across, up] = [steps(plot.x, rows), steps(plot.second, rows)];
    const places = values => new Map(values.map((value, place) => [value, place]));
    const [xs, ys] = [places(across), places(up)];
    const cells = new Map();
    rows.forEach(row => {
      const [x, y, value] = [xs.get(plot.x.value(row)), ys.get(plot.second.value(row)), plot.y.value(row)];
      if (x === undefined || y === undefined || value === null) return;
      const key = x * up.length + y;
      if (!cells.has(key)) cells.set(key, { x, y, values: [] });
      cells.get(key).values.push(value);
    });
    const means = [...cells.values()].map(({ x, y, values }) => [x, y, values.reduce((sum, value) => sum + value, 0) / values.length, values.length]);
    const values = means.map(cell => cell[2]);
    const category = (column, all) => ({
      ...axis({ ...column, isNumber: false, levels: all.map(column.show) }, rows), splitArea: { show: false }, boundaryGap: true,
    });
    return {
      ...frame(false), dataZoom: [],
      grid: { ...GRID, left: 36, top: 24, bottom: 84 },
      tooltip: tooltip(hit => tip(`${short(plot.x.name)} ${short(plot.x.show(across[hit.data[0]]), 40)}, ${short(plot.second.name)} ${short(plot.second.show(up[hit.data[1]]), 40)}`,
        [`${short(plot.y.name)}: ${plot.y.show(hit.data[2])}`, `mean of ${counted(hit.data[3], 'task')}`])),
      xAxis: category(plot.x, across), yAxis: { ...category(plot.second, up), nameGap: 56 },
      visualMap: {
        min: least(values.length ? values : [0]), max: most(values.length ? values : [1]), dimension: 2, calculable: true, orient: 'horizontal', left: 'center', bottom: 0,
        itemWidth: 12, itemHeight: 160, textStyle: { color: colour('soft') }, formatter: value => plot.y.show(Number(value)),
        inRange: { color: HEAT[isDark() ? 'dark' : 'light'] },
      },
      series: [{ type: 'heatmap', data: means, itemStyle: { borderColor: colour('card'), borderWidth: across.length * up.length > 2500 ? 0 : 1 }, progressive: 2000 }],
      words: `Each cell is the mean ${short(plot.y.name)} of its tasks.`,
    };
  }

  const MOST_AXES = 12;

  function drawParallel(rows) {
    const shownColumns = [...varied.slice(0, MOST_AXES), ...new Set([plot.y, ...metrics.slice(0, 2)])];
    const there = rows.filter(row => plot.y.value(row) !== null);
    const values = there.map(plot.y.value);
    const place = shownColumns.indexOf(plot.y);
    return {
      tooltip: { show: false },
      parallel: {
        left: 40, right: 60, top: 56, bottom: 60, axisExpandable: shownColumns.length > 10, axisExpandWidth: 90,
        parallelAxisDefault: {
          nameLocation: 'end', nameGap: 18, nameTextStyle: { color: colour('ink'), fontSize: 12 }, axisLine: { lineStyle: { color: colour('soft') } },
          axisTick: { show: false }, axisLabel: { color: colour('soft') }, splitLine: { show: false }, areaSelectStyle: { color: colour('accent'), borderColor: colour('accent'), opacity: 0.2, width: 16 },
        },
      },
      parallelAxis: shownColumns.map((column, dim) => ({
        dim, name: short(column.name, 14), realtime: there.length < 3000,
        ...(column.isNumber
          ? { type: isLogarithmic(column, there) ? 'log' : 'value', scale: true, axisLabel: { color: colour('soft'), formatter: value => column.show(value) } }
          : { type: 'category', data: column.levels.map(text => short(text, 14)) }),
      })),
      visualMap: {
        dimension: place, min: least(values.length ? values : [0]), max: most(values.length ? values : [1]), calculable: true, orient: 'horizontal', left: 'center', bottom: 0,
        itemWidth: 12, itemHeight: 160, textStyle: { color: colour('soft') }, formatter: value => plot.y.show(Number(value)),
        inRange: { color: HEAT[isDark() ? 'dark' : 'light'].slice(1) },
      },
      series: [{
        type: 'parallel', data: there.map(row => shownColumns.map(column => column.value(row) ?? '-')),
        lineStyle: { width: there.length > 1000 ? 0.6 : 1.4, opacity: there.length > 1000 ? 0.25 : 0.6 },
        inactiveOpacity: 0.03, activeOpacity: 0.8, progressive: 1000, progressiveThreshold: 1500,
      }],
      words: 'A line for each task. Drag along an axis to pick some of them.',
    };
  }

  // ---- over time: runs by node or by task

  const MOST_HEIGHT = 760;
  const lanes = { by: 'node' };
  const runs = data.runs;

  function drawLanes() {
    byId('lanes').replaceChildren(switches(['node', 'task'], lanes.by, by => {
      lanes.by = by;
      drawLanes();
      redraw('timeline');
    }));
  }

  const when = value => data.began + value * 1000;
  const clock = value => new Date(when(value)).toLocaleString();

  function chosenRuns() {
    const rows = new Set(shown);
    return runs.task.map((_, run) => run).filter(run => rows.has(runs.task[run]));
  }

  /** A lane for each that runs beside others on its node; those without a node have none. */
  function laneOfNodes(chosen) {
    const busy = new Map();
    const begun = chosen.filter(run => runs.started[run] !== null);
    begun.sort((one, other) => runs.started[one] - runs.started[other]);
    const lane = new Map();
    begun.forEach(run => {
      const where = runs.node.values[run];
      if (!busy.has(where)) busy.set(where, []);
      const ends = busy.get(where);
      let place = ends.findIndex(end => end <= runs.started[run]);
      if (place < 0) place = ends.length;
      ends[place] = Math.max(runs.ended[run] ?? runs.started[run], runs.started[run] + 0.5);
      lane.set(run, [where, place]);
    });
    const names = [...busy.keys()].sort((one, other) => collator.compare(runs.node.levels[one] ?? '', runs.node.levels[other] ?? ''));
    const first = new Map();
    let next = 0;
    names.forEach(name => {
      first.set(name, next);
      next += busy.get(name).length;
    });
    const labels = Array(next).fill('');
    names.forEach(name => { labels[first.get(name)] = runs.node.levels[name] ?? ''; });
    return { labels, place: run => (lane.has(run) ? first.get(lane.get(run)[0]) + lane.get(run)[1] : -1) };
  }

  function laneOfTasks() {
    const places = new Map(shown.map((row, place) => [row, place]));
    return { labels: shown.map(row => task.text(row)), place: run => places.get(runs.task[run]) };
  }

  /** How many wait and run, whenever that changes; of many changes some. */
  function crowd(chosen) {
    const changes = [];
    const end = most(runs.ended.filter(value => value !== null));
    chosen.forEach(run => {
      const [queued, started, ended] = [runs.queued[run], runs.started[run], runs.ended[run]];
      changes.push([queued, 1, 0], [started ?? ended ?? end, -1, 0]);
      if (started !== null) changes.push([started, 0, 1], [ended ?? end, 0, -1]);
    });
    changes.sort(([one], [other]) => one - other);
    const found = [];
    let [waiting, running] = [0, 0];
    changes.forEach(([second, wait, run], place) => {
      waiting += wait;
      running += run;
      if (place + 1 === changes.length || changes[place + 1][0] > second) found.push([when(second), waiting, running]);
    });
    const step = Math.ceil(found.length / 2000);
    return found.filter((_, place) => place % step === 0 || place === found.length - 1);
  }

  chart('timeline', element => {
    const chosen = chosenRuns();
    const isByNode = lanes.by === 'node';
    const { labels, place } = isByNode ? laneOfNodes(chosen) : laneOfTasks();
    const height = Math.min(MOST_HEIGHT, Math.max(120, labels.length * (labels.length > 40 ? 9 : 20)));
    element.style.height = `${height + 190}px`;
    const number = new Map();
    const named = labels.map((label, lane) => (label ? lane : -1)).filter(lane => lane >= 0);
    const step = Math.ceil(named.length / Math.max(1, height / 16));
    named.forEach((lane, count) => number.set(lane, count % step === 0));
    const items = chosen.map(run => [place(run), run]).filter(([lane]) => lane >= 0);
    const crowds = crowd(chosen);
    const left = element.clientWidth < 500 ? 56 : 110;
    const outcomes = [...new Set(items.map(([, run]) => runs.outcome.values[run]))].map(level => runs.outcome.levels[level]);
    byId('timeline-words').textContent = `${isByNode ? 'Each bar is a run, on the node where it was' : 'Each bar is a run, after its wait in pale'}. Colours: ${outcomes.map(name => `${name} ${colourWord(name)}`).join(', ')}.`;
    const time = (gridIndex, isShown) => ({
      type: 'time', gridIndex, axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false },
      axisLabel: { show: isShown, color: colour('soft'), hideOverlap: true }, splitLine: { show: true, lineStyle: { color: colour('line'), type: [2, 4] } },
      min: when(least(runs.queued.length ? runs.queued : [0])), max: lastEnd(),
      axisPointer: { show: false },
    });
    return {
      grid: [{ left, right: 24, top: 34, height: 70 }, { left, right: 24, top: 126, height }],
      legend: { top: 0, left: left - 6, icon: 'circle', itemWidth: 9, itemHeight: 9, textStyle: { color: colour('ink') }, data: ['waiting', 'running'] },
      tooltip: tooltip(hit => (hit.seriesType === 'custom' ? runTip(hit.data[1]) : '')),
      dataZoom: [
        { type: 'inside', xAxisIndex: [0, 1], filterMode: 'weakFilter', zoomOnMouseWheel: 'ctrl' },
        { type: 'slider', xAxisIndex: [0, 1], filterMode: 'weakFilter', height: 18, bottom: 4, left, right: 24, borderColor: colour('line'), textStyle: { color: colour('soft') }, showDataShadow: false, brushSelect: false, showDetail: false },
      ],
      xAxis: [time(0, false), time(1, true)],
      yAxis: [
        { type: 'value', gridIndex: 0, minInterval: 1, splitNumber: 2, axisLabel: { color: colour('soft') }, splitLine: { show: false } },
        {
          type: 'category', gridIndex: 1, inverse: true, data: labels.map(label => short(label, left < 100 ? 7 : 14)), axisTick: { show: false }, axisLine: { show: false },
          axisLabel: { color: colour('soft'), interval: lane => number.get(lane) === true },
        },
      ],
      series: [
        { type: 'line', name: 'waiting', step: 'end', symbol: 'none', data: crowds.map(([at, waiting]) => [at, waiting]), color: colour('gone'), lineStyle: { width: 1.5 }, areaStyle: { opacity: 0.15 } },
        { type: 'line', name: 'running', step: 'end', symbol: 'none', data: crowds.map(([at, , running]) => [at, running]), color: colour('run'), lineStyle: { width: 1.5 }, areaStyle: { opacity: 0.2 } },
        {
          type: 'custom', id: 'runs', xAxisIndex: 1, yAxisIndex: 1, clip: true, data: items, encode: { x: -1, y: 0 },
          renderItem: (_, api) => bar(api, !isByNode), progressive: 2000, progressiveThreshold: 4000,
        },
      ],
    };
  });

  function lastEnd() {
    return Math.max(when(most(runs.ended.map(value => value ?? 0))), when(most(runs.queued.length ? runs.queued : [0])) + 1000);
  }

  function colourWord(name) {
    return { good: 'green', bad: 'red', late: 'amber', run: 'blue', wait: 'pale', gone: 'grey' }[STATES[name] ?? 'gone'];
  }

  function bar(api, withWait) {
    const [lane, run] = [api.value(0), api.value(1)];
    const [queued, started, ended] = [runs.queued[run], runs.started[run], runs.ended[run]];
    const thick = Math.max(0.6, Math.min(14, api.size([0, 1])[1] * 0.76));
    const rectangle = (from, to, fill) => {
      const [start, end] = [api.coord([when(from), lane]), api.coord([when(to), lane])];
      return { type: 'rect', shape: { x: start[0], y: start[1] - thick / 2, width: Math.max(1, end[0] - start[0]), height: thick, r: thick > 6 ? 2 : 0 }, style: { fill } };
    };
    const waitEnd = started ?? ended ?? (lastEnd() - data.began) / 1000;
    return {
      type: 'group',
      children: [
        ...(withWait && waitEnd > queued ? [rectangle(queued, waitEnd, colours.wait)] : []),
        ...(started === null ? [] : [rectangle(started, Math.max(ended ?? started, started), colours.outcome[runs.outcome.values[run]])]),
      ],
    };
  }

  /** Looked up once for each drawing: thousands of bars ask for them. */
  const colours = {};
  function readColours() {
    colours.wait = colour('wait');
    colours.outcome = runs.outcome.levels.map(stateColour);
  }

  function runTip(run) {
    const row = runs.task[run];
    const [queued, started, ended] = [runs.queued[run], runs.started[run], runs.ended[run]];
    return tip(`task ${task.text(row)}, ${runs.outcome.levels[runs.outcome.values[run]]}`, [
      runs.node.levels[runs.node.values[run]] ?? '',
      `attempt ${runs.attempt[run]}`,
      `queued ${clock(queued)}`,
      started === null ? '' : `began ${clock(started)}, after ${duration(Math.max(0, started - queued))}`,
      started !== null && ended !== null ? `ran for ${duration(ended - started)}` : '',
      ...parameters.slice(0, 8).map(column => `${short(column.name)} = ${short(column.text(row), 60)}`),
    ]);
  }

  // ---- time and memory, used against asked

  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];

  /** Between two ticks: what people count time and memory in. */
  function interval(column, end) {
    if (column === memory) return 2 ** Math.ceil(Math.log2(end / 4));
    return STEPS.find(step => step * 4 >= end) ?? Math.ceil(end / 4 / 86400) * 86400;
  }

  function histogram(column, asked, words) {
    return element => {
      const values = shown.map(column.value).filter(value => value !== null && value > 0);
      words(values);
      const isNear = asked !== null && values.length && asked <= 12 * most(values);
      const end = Math.max(values.length ? most(values) : 1, isNear ? asked : 0);
      const width = end / 40 || 1;
      const bins = Array(40).fill(0);
      values.forEach(value => { bins[Math.min(39, Math.floor(value / width))] += 1; });
      return {
        grid: { left: 36, right: 28, top: 28, bottom: 32, containLabel: true },
        tooltip: tooltip(hit => tip(counted(hit.data[1], 'task'), [`${column.show(Math.round(hit.data[0] - width / 2))} to ${column.show(Math.round(hit.data[0] + width / 2))}`])),
        xAxis: axis(column, shown, { min: 0, max: end * 1.02, interval: interval(column, end), scale: false, splitLine: { show: false } }),
        yAxis: axis({ ...task, name: 'tasks', show: String }, shown, { minInterval: 1, scale: false, splitNumber: 3, nameGap: 30 }),
        series: [{
          type: 'bar', data: bins.map((many, place) => [(place + 0.5) * width, many]), color: colour('accent'), barWidth: Math.max(2, element.clientWidth / 48),
          markLine: isNear ? {
            silent: true, symbol: 'none', data: [{ xAxis: asked }], lineStyle: { color: colour('late'), width: 1.5 },
            label: { formatter: 'asked', color: colour('late'), position: 'end' },
          } : undefined,
        }],
      };
    };
  }

  function usageWords(id, column, asked, verb) {
    return values => {
      if (!values.length) return;
      const sorted = [...values].sort((one, other) => one - other);
      const half = sorted[Math.floor(sorted.length / 2)];
      const given = asked === null ? '' : `; each was given ${column.show(asked)}, of which the ${verb === 'ran for' ? 'longest' : 'largest'} took ${number(Math.round(most(values) / asked * 100))} %`;
      byId(id).textContent = `Half of the tasks ${verb} at most ${column.show(half)}, all at most ${column.show(most(values))}${given}.`;
    };
  }

  chart('seconds', histogram(seconds, data.asked.seconds ?? null, usageWords('seconds-words', seconds, data.asked.seconds ?? null, 'ran for')));
  chart('bytes', histogram(memory, data.asked.bytes ?? null, usageWords('bytes-words', memory, data.asked.bytes ?? null, 'held')));

  function drawUsage() {
    byId('usage').hidden = !data.seconds.some(value => value > 0) && !hasMemory;
    byId('bytes').hidden = !hasMemory;
    if (!hasMemory) {
      const why = byId('bytes-words').textContent;
      byId('bytes-words').textContent = `Nothing is known of the memory that was used: ${why || 'that takes Slurm, and its accounting'}.`;
    }
  }

  // ---- the table

  const PAGE = 50;
  const table = { sort: task, sign: 1, page: 0 };
  const heads = [task, state, ...parameters, ...metrics, seconds, ...(hasMemory ? [memory] : []), exit, node];
  let shown = all;

  function compare(column, one, other) {
    const [a, b] = [column.value(one), column.value(other)];
    if (a === null || b === null) return (a === null) - (b === null);
    return column.isNumber ? a - b : collator.compare(column.text(one), column.text(other));
  }

  function sorted() {
    const { sort, sign } = table;
    return [...shown].sort((one, other) => {
      const missing = (sort.value(one) === null) - (sort.value(other) === null);
      return missing || sign * compare(sort, one, other) || one - other;
    });
  }

  function drawTable() {
    const rows = sorted();
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    table.page = Math.min(table.page, pages - 1);
    byId('table').tHead.replaceChildren(make('tr', {}, ...heads.map(head), make('th', {}, make('button', { type: 'button', textContent: 'links', disabled: true }))));
    byId('table').tBodies[0].replaceChildren(...rows.slice(table.page * PAGE, (table.page + 1) * PAGE).map(line));
    byId('shown').textContent = rows.length === count ? counted(count, 'task') : `${rows.length} of ${counted(count, 'task')}`;
    const turn = (text, by) => make('button', {
      type: 'button', textContent: text, disabled: table.page + by < 0 || table.page + by >= pages,
      onclick: () => { table.page += by; drawTable(); },
    });
    byId('pages').hidden = pages === 1;
    byId('pages').replaceChildren(turn('\u2190 back', -1), make('span', { className: 'aside', textContent: `page ${table.page + 1} of ${pages}` }), turn('on \u2192', 1));
  }

  function head(column) {
    const isSorted = table.sort === column;
    const cell = make('th', { className: column.isNumber ? 'number' : '', title: column.name },
      make('button', { type: 'button', textContent: short(column.name), onclick: () => sortBy(column) }));
    if (isSorted) cell.setAttribute('aria-sort', table.sign > 0 ? 'ascending' : 'descending');
    return cell;
  }

  function sortBy(column) {
    Object.assign(table, { sign: table.sort === column ? -table.sign : 1, sort: column, page: 0 });
    drawTable();
  }

  function line(row) {
    const cells = heads.map(column => {
      const text = column.text(row);
      const cell = make('td', { className: column.isNumber ? 'number' : '', textContent: column === state ? '' : text, title: text });
      if (column === state) {
        const dot = make('span', { className: 'dot' });
        dot.style.background = stateColour(text);
        cell.append(dot, text);
        cell.title = detail.text(row) || text;
      }
      return cell;
    });
    const links = make('td');
    if (data.log[row]) links.append(make('a', { href: data.log[row], textContent: 'log' }), ' \u00b7 ');
    links.append(make('a', { href: data.output[row], textContent: 'outputs' }));
    return make('tr', {}, ...cells, links);
  }

  // ---- the filter: words that a task has somewhere, and comparisons

  const RULE = /^(.+?)(<=|>=|!=|=|<|>)(.*)$/;
  const haystack = [];

  function wordsOf(row) {
    haystack[row] ??= columns.map(column => column.text(row)).join('\n').toLowerCase();
    return haystack[row];
  }

  function rule(word) {
    const match = RULE.exec(word);
    const column = match && columns.find(each => each.name.toLowerCase() === match[1].toLowerCase());
    if (!column) return row => wordsOf(row).includes(word.toLowerCase());
    const [, , sign, wanted] = match;
    const bound = Number(wanted);
    const test = { '<': a => a < bound, '>': a => a > bound, '<=': a => a <= bound, '>=': a => a >= bound }[sign];
    if (test) return row => column.isNumber && column.value(row) !== null && wanted !== '' && test(column.value(row));
    const isEqual = row => (column.isNumber && wanted !== '' && !Number.isNaN(bound)
      ? column.value(row) === bound : column.text(row).toLowerCase() === wanted.toLowerCase());
    return sign === '=' ? isEqual : row => !isEqual(row);
  }

  function filter(text) {
    const rules = (text.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map(word => rule(word.replaceAll('"', '')));
    shown = rules.length ? all.filter(row => rules.every(test => test(row))) : all;
    table.page = 0;
    drawTable();
    redraw();
  }

  // ---- the head of the page

  function drawHead() {
    const counts = new Map();
    all.forEach(row => counts.set(state.text(row), (counts.get(state.text(row)) ?? 0) + 1));
    byId('states').replaceChildren(...[...counts].map(([name, many]) => {
      const part = make('span', { title: `${many} ${name}` });
      part.style.cssText = `flex: ${many} 0 0; background: ${stateColour(name)}`;
      return part;
    }));
    const nodes = new Set(runs.node.values.filter(value => value >= 0)).size;
    const spent = data.seconds.reduce((sum, value) => sum + value, 0);
    const ended = runs.ended.filter(value => value !== null);
    const facts = [
      [`${Math.floor((counts.get('completed') ?? 0) / Math.max(1, count) * 100)} %`, 'completed'],
      ended.length ? [duration(Math.max(0, most(ended))), 'from submit to the last end'] : null,
      spent ? [duration(spent), 'of running in all'] : null,
      nodes ? [String(nodes), nodes === 1 ? 'node' : 'nodes'] : null,
      hasMemory ? [size(most(data.bytes.map(value => value ?? 0))), 'most memory'] : null,
    ].filter(Boolean);
    byId('numbers').replaceChildren(...facts.map(([value, what]) =>
      make('div', {}, make('b', { textContent: value }), make('span', { textContent: what }))));
  }

  // ---- light and dark

  const preference = matchMedia('(prefers-color-scheme: dark)');
  let theme = 'auto';

  function applyTheme(isPrinted = false) {
    const isNight = !isPrinted && (theme === 'dark' || (theme === 'auto' && preference.matches));
    document.documentElement.dataset.theme = isNight ? 'dark' : 'light';
    byId('theme').textContent = `theme: ${theme}`;
    readColours();
    drawHead();
    drawTable();
    redraw();
  }

  byId('theme').onclick = () => {
    theme = { auto: 'light', light: 'dark', dark: 'auto' }[theme];
    applyTheme();
  };
  preference.addEventListener('change', () => applyTheme());
  addEventListener('beforeprint', () => {
    applyTheme(true);
    charts.forEach(entry => refresh(entry, true));
  });
  addEventListener('afterprint', () => applyTheme());

  let pause;
  byId('filter').oninput = event => {
    clearTimeout(pause);
    pause = setTimeout(() => filter(event.target.value), count > 2000 ? 150 : 0);
  };

  byId('time').hidden = !runs.started.some(value => value !== null);
  drawUsage();
  drawAxes();
  drawLanes();
  applyTheme();
  performance.mark('report-drawn');
})();
