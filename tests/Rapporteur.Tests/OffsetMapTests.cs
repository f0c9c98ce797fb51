// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Tests;

public sealed class OffsetMapTests
{
    [Fact]
    public void Runs_shift_what_follows_them()
    {
        var map = new OffsetMap([0, 5], [3, 20]);
        Assert.Equal(3, map.ToSource(0));
        Assert.Equal(7, map.ToSource(4));
        Assert.Equal(20, map.ToSource(5));
        Assert.Equal(new TextSpan(7, 22), map.ToSource(new TextSpan(4, 7)));
    }

    [Fact]
    public void Runs_that_go_back_are_refused()
        => Assert.Throws<ArgumentException>(() => new OffsetMap([0, 5], [9, 3]));
}
