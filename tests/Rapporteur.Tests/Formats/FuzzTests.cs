// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Fuzz;

namespace Rapporteur.Tests.Formats;

/// <summary>A short run of the fuzz targets; long ones are run by <c>tests/Rapporteur.Fuzz</c> itself.</summary>
public sealed class FuzzTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_stands_a_thousand_mutations(string target) => Assert.Null(Mutations.Run(target, seed: 20260, runs: 1000));
}
