// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Cli.Inputs;

namespace Rapporteur.Cli.Watching;

/// <summary>The files below some folders, and which of them are to be read: those that are new or changed, and have stopped growing.</summary>
/// <remarks>A file has stopped growing when two looks some time apart find it the same, or when nobody has written to it for a while. Not thread-safe.</remarks>
internal sealed class WatchedFiles(IReadOnlyList<string> paths, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Look> looks = new(StringComparer.Ordinal);

    /// <summary>Time between two looks at a file that may still grow.</summary>
    public static TimeSpan Settling { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether there are files that were seen for the first time, or had grown.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Folders that can't be listed, and paths that are not there, with the reason.</summary>
    public IReadOnlyList<(string Path, string Reason)> Refused { get; private set; } = [];

    /// <summary>Looks, and gives the files to be read now, by name.</summary>
    public IReadOnlyList<string> Due()
    {
        List<string> due = [];
        List<(string, string)> refused = [];
        IsWaiting = false;
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                var listing = FolderListing.Of(path);
                refused.AddRange(listing.Refused);
                due.AddRange(listing.Files.Where(IsDue));
            }
            else if (File.Exists(path))
            {
                if (IsDue(path)) due.Add(path);
            }
            else
            {
                refused.Add((path, "there is no such file or folder"));
            }
        }

        Refused = refused;
        return due;
    }

    /// <summary>Takes down that a file was not read after all, and is due again.</summary>
    public void Forget(string path) => looks.Remove(path);

    private bool IsDue(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return looks.TryAdd(path, new Look(-1, default, true, clock.GetTimestamp()));      // a link that leads nowhere: reading it says so, once
        (long size, DateTime written) = (file.Length, file.LastWriteTimeUtc);
        bool isSame = looks.TryGetValue(path, out Look? last) && last.Size == size && last.Written == written;
        if (isSame && last!.IsRead) return false;
        if ((isSame && clock.GetElapsedTime(last!.At) >= Settling) || clock.GetUtcNow().UtcDateTime - written > Quiet)
        {
            looks[path] = new(size, written, true, clock.GetTimestamp());
            return true;
        }

        if (!isSame) looks[path] = new(size, written, false, clock.GetTimestamp());
        IsWaiting = true;
        return false;
    }

    private sealed record Look(long Size, DateTime Written, bool IsRead, long At);
}
