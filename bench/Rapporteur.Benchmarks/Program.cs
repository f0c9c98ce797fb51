// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks;
using Rapporteur.Benchmarks.Measures;

if (args is ["large-record", var path, ..]) return await LargeRecord.MakeAsync(path, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000).ConfigureAwait(false);
if (args is ["warc-speed", var archive, ..]) return WarcSpeed.Measure(archive, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 200);
if (args is ["page-times", var record]) return await PageTimes.MeasureAsync(record).ConfigureAwait(false);
BenchmarkSwitcher.FromAssembly(typeof(LargeRecord).Assembly).Run(args, new WordConfiguration());
return 0;
