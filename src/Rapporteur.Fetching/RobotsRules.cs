// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Fetching;

/// <summary>What a host's robots.txt lets this program ask for (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private static readonly TimeSpan MostDelay = TimeSpan.FromMinutes(1);

    private readonly List<(string Pattern, bool Allows)> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Everything may be asked for.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Nothing may be asked for.</summary>
    public static RobotsRules DisallowAll { get; } = new() { rules = { ("/", false) } };

    /// <summary>Time that the host wants between two requests, at most a minute.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>The rules for a program: those of its own groups, else of the groups for all.</summary>
    /// <param name="text">The file.</param>
    /// <param name="program">The program's name, letter case ignored.</param>
    public static RobotsRules Parse(string text, string program)
    {
        RobotsRules own = new(), all = new();
        bool namesOwn = false, namesAll = false, isNaming = false, hasOwn = false;
        foreach (ReadOnlySpan<char> whole in text.AsSpan().EnumerateLines())
        {
            int comment = whole.IndexOf('#');
            ReadOnlySpan<char> line = comment < 0 ? whole : whole[..comment];
            int colon = line.IndexOf(':');
            if (colon < 0) continue;
            string field = line[..colon].Trim().ToString().ToLowerInvariant(), value = line[(colon + 1)..].Trim().ToString();
            if (field == "user-agent")
            {
                if (!isNaming) namesOwn = namesAll = false;
                isNaming = true;
                namesOwn |= value.Split('/', ' ')[0].Equals(program, StringComparison.OrdinalIgnoreCase);
                namesAll |= value == "*";
                hasOwn |= namesOwn;
                continue;
            }

            if (field is not ("allow" or "disallow" or "crawl-delay")) continue;
            isNaming = false;
            if (namesOwn) own.Add(field, value);
            if (namesAll) all.Add(field, value);
        }

        return hasOwn ? own : all;
    }

    /// <summary>Whether an address may be asked for: by the longest pattern that it fits, and of two the one that allows.</summary>
    public bool Allow(Uri address)
    {
        string path = address.PathAndQuery;
        if (path == "/robots.txt") return true;
        (int length, bool allows) best = (-1, true);
        foreach ((string pattern, bool allows) in rules)
        {
            if (pattern.Length < best.length || (pattern.Length == best.length && !allows)) continue;
            if (Fits(path, pattern)) best = (pattern.Length, allows);
        }

        return best.allows;
    }

    private void Add(string field, string value)
    {
        if (field == "crawl-delay")
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)) Delay = TimeSpan.FromSeconds(Math.Min(seconds, MostDelay.TotalSeconds));
        }
        else if (value.Length > 0)
        {
            rules.Add((value, field == "allow"));
        }
    }

    /// <summary>Whether a path begins as the pattern says, in which a star stands for anything and a dollar sign at the end for the path's end.</summary>
    private static bool Fits(string path, string pattern)
    {
        bool isWhole = pattern.EndsWith('$');
        string[] pieces = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        int at = pieces[0].Length;
        for (int i = 1; i < pieces.Length; i++)
        {
            if (isWhole && i == pieces.Length - 1) return path.Length - pieces[i].Length >= at && path.EndsWith(pieces[i], StringComparison.Ordinal);
            int found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + pieces[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
