// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Formats.Decoding;

/// <summary>Puts U+FFFD in the place of invalid bytes, and counts how often.</summary>
internal sealed class CountedReplacement : DecoderFallback
{
    /// <summary>How often.</summary>
    public int Count { get; private set; }

    /// <summary>Where the first invalid bytes stand among those that were given to the decoder with them.</summary>
    public int FirstIndex { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 1;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(CountedReplacement replacement) : DecoderFallbackBuffer
    {
        private bool isWaiting;

        public override int Remaining => isWaiting ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            if (replacement.Count++ == 0) replacement.FirstIndex = index;
            return isWaiting = true;
        }

        public override char GetNextChar()
        {
            if (!isWaiting) return '\0';
            isWaiting = false;
            return '\uFFFD';
        }

        public override bool MovePrevious()
        {
            if (isWaiting) return false;
            return isWaiting = true;
        }

        public override void Reset() => isWaiting = false;
    }
}
