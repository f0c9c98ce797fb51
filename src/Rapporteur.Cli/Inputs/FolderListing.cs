// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Cli.Inputs;

/// <summary>The files below a folder that are not hidden, by name, and the folders that can't be listed.</summary>
/// <param name="Files">Paths of the files, in ordinal order.</param>
/// <param name="Refused">Paths of folders, with the reason.</param>
internal sealed record FolderListing(IReadOnlyList<string> Files, IReadOnlyList<(string Path, string Reason)> Refused)
{
    /// <summary>Lists a folder and all that is below it. Links to files are files; links to folders are not followed, since they may lead in a circle.</summary>
    public static FolderListing Of(string folder)
    {
        List<string> files = [];
        List<(string, string)> refused = [];
        Add(new DirectoryInfo(folder), folder, files, refused);
        files.Sort(StringComparer.Ordinal);
        return new(files, refused);
    }

    private static void Add(DirectoryInfo folder, string path, List<string> files, List<(string, string)> refused)
    {
        try
        {
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
            {
                string inside = Path.Combine(path, entry.Name);
                if (entry.Name.StartsWith('.')) continue;
                if (entry is not DirectoryInfo below) files.Add(inside);
                else if (!below.Attributes.HasFlag(FileAttributes.ReparsePoint)) Add(below, inside, files, refused);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            refused.Add((path, problem is UnauthorizedAccessException ? "you are not allowed to list the folder" : $"the folder can't be listed: {problem.Message}"));
        }
    }
}
