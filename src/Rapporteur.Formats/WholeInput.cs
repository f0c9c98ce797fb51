// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats;

/// <summary>All bytes of an input whose format can't be read from its start to its end alone.</summary>
internal static class WholeInput
{
    /// <summary>The bytes, up to <see cref="InputLimits.MaxDocumentBytes"/>; or that there are more.</summary>
    public static (MemoryStream? Bytes, InputFault? Fault) Read(InputSource source, InputLimits limits)
    {
        var bytes = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (source.Read(buffer) is > 0 and int got)
        {
            if (bytes.Length + got > limits.MaxDocumentBytes)
            {
                bytes.Dispose();
                return (null, new(null, $"it is larger than {limits.MaxDocumentBytes >> 20} MB"));
            }

            bytes.Write(buffer, 0, got);
        }

        bytes.Position = 0;
        return (bytes, null);
    }
}
