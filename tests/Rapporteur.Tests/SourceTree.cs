// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    private const string Mark = "Rapporteur.slnx";

    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Mark}.");
    }
}
