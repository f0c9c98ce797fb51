// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks.Measures;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new WordConfiguration());
