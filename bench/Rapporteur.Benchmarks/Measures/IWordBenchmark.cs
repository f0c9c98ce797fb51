// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Benchmarks.Measures;

/// <summary>A benchmark of reading words, so that its figures can be given by the word.</summary>
public interface IWordBenchmark
{
    /// <summary>Words that one operation reads, with the parameters that are set: runs of characters between white space.</summary>
    int Words { get; }
}
