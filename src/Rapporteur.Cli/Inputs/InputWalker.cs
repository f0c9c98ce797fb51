// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Fetching;
using Rapporteur.Formats;
using Rapporteur.Formats.Manifests;

namespace Rapporteur.Cli.Inputs;

/// <summary>Turns the paths of a command line into inputs: files, folders with all that is below them, addresses, <c>-</c>.</summary>
internal sealed class InputWalker(InputReader reader, Manifest? manifest, bool oneReport, Stream standardInput, CancellationToken interrupt, AddressReader? addresses = null)
{
    private const string Nowhere = "there is no such file or folder";

    /// <summary>The file that is being read, for the progress line.</summary>
    public string Current { get; private set; } = "";

    /// <summary>Files read so far.</summary>
    public int Done { get; private set; }

    /// <summary>Whether reading stopped because the user asked for it.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>The inputs, in order of the paths, those of a folder by name; stops between two of them when interrupted.</summary>
    public IEnumerable<InputItem> Walk(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            foreach (InputItem item in path == "-" ? Read("-", standardInput) : Fetcher.IsAddress(path) ? Address(path) : Directory.Exists(path) ? Folder(path) : File(path))
            {
                if (interrupt.IsCancellationRequested)
                {
                    IsInterrupted = true;
                    yield break;
                }

                yield return item;
            }

            IsInterrupted |= addresses?.IsInterrupted ?? false;
            if (IsInterrupted) yield break;
        }
    }

    /// <summary>What addresses were fetched; null where none are read.</summary>
    public AddressReader? Addresses => addresses;

    /// <summary>What the manifest names and no input was.</summary>
    public IEnumerable<ManifestRow> Absent => IsInterrupted ? [] : manifest?.Unused ?? [];

    private IEnumerable<InputItem> Folder(string folder)
    {
        var listing = FolderListing.Of(folder);
        foreach ((string path, string reason) in listing.Refused) yield return new InputFailure(Name(path), null, reason);
        if (listing.Files.Count == 0 && listing.Refused.Count == 0) yield return new InputFailure(folder, null, "the folder holds no files");
        foreach (string file in listing.Files)
        {
            foreach (InputItem item in File(file)) yield return item;
        }
    }

    private IEnumerable<InputItem> Address(string address)
    {
        Current = address;
        return addresses is null ? [new InputFailure(address, null, "addresses are not read here")] : Completed(address, addresses.Read(address));
    }

    private IEnumerable<InputItem> File(string path)
    {
        FileStream? stream = null;
        string reason = "";
        try
        {
            if (System.IO.File.Exists(path)) stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            else reason = Nowhere;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A link that leads nowhere exists, and yet can't be opened.
            reason = refused is UnauthorizedAccessException ? "you are not allowed to read it" : refused is FileNotFoundException or DirectoryNotFoundException ? Nowhere : refused.Message;
        }

        if (stream is null)
        {
            yield return new InputFailure(Name(path), null, reason);
            yield break;
        }

        using (stream)
        {
            foreach (InputItem item in Read(Name(path), stream)) yield return item;
        }

        Done++;
    }

    private IEnumerable<InputItem> Read(string name, Stream stream)
    {
        Current = name;
        return Completed(name, reader.Read(name, stream, CancellationToken.None));
    }

    /// <summary>Inputs, with what the manifest and the command line tell of them.</summary>
    private IEnumerable<InputItem> Completed(string name, IEnumerable<InputItem> items)
    {
        ManifestRow? whole = manifest?.For(name);
        foreach (InputItem item in items)
        {
            if (item is not InputText text)
            {
                yield return item;
                continue;
            }

            ManifestRow? row = text.Name == name ? whole : manifest?.For(text.Name) ?? whole;       // a file in an archive has a name of its own
            ReadOptions options = text.Options with { InputName = text.Name, OneReport = text.Options.OneReport || oneReport };
            yield return text with { Options = row?.Over(options) ?? options };
        }
    }

    /// <summary>A folder whose files are named without it, or empty.</summary>
    public string NamedWithin { get; init; } = "";

    private string Name(string path)
    {
        string slashed = (NamedWithin.Length > 0 ? Path.GetRelativePath(NamedWithin, path) : path).Replace('\\', '/');
        while (slashed.StartsWith("./", StringComparison.Ordinal)) slashed = slashed[2..];
        return slashed;
    }
}
