// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Reads what fills a slot of a pattern from the tokens of one sentence.</summary>
internal sealed class SlotReader(TimeLexicon lexicon, TokenTable tokens)
{
    private TimeWord?[] words = new TimeWord?[256];
    private TokenRange sentence;

    /// <summary>Goes to a sentence; whether any of its words may begin a time.</summary>
    public bool Enter(TokenRange range)
    {
        sentence = range;
        if (words.Length < range.Count) words = new TimeWord?[range.Count * 2];
        bool any = false;
        for (int i = range.First; i < range.End; i++) any |= (words[i - range.First] = lexicon.Of(tokens.WordOf(i))) is not null;
        return any;
    }

    /// <summary>What the lists tell of a token of the sentence; null outside of it, and if they tell nothing.</summary>
    public TimeWord? WordAt(int token) => token >= sentence.First && token < sentence.End ? words[token - sentence.First] : null;

    /// <summary>Reads a slot.</summary>
    /// <returns>Number of tokens; 0 if the slot is not filled here.</returns>
    public int Read(Slot slot, int at, ref TimeParts parts)
    {
        ReadOnlySpan<char> token = tokens.WordOf(at);
        bool listed = WordAt(at)!.Fills(slot, out int value);
        switch (slot)
        {
            case Slot.Month: parts.Month = value; return listed && char.IsUpper(token[token.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? 4 : 0]) ? 1 : 0;
            case Slot.Weekday or Slot.Weekdays: parts.Weekday = value; return listed && char.IsUpper(token[0]) && (token.Length > 4 || token[^1] == '.' || NextIs(at + 1, ",") || WordAt(at + 1)?.Fills(Slot.Month, out _) == true) ? 1 : 0;
            case Slot.Season or Slot.Seasons: parts.Season = value; return listed ? 1 : 0;
            case Slot.Part or Slot.Parts: parts.Part = (PartOfDay)value; return listed ? 1 : 0;
            case Slot.Unit or Slot.Units:
                if (parts.Unit == TimeUnit.None) parts.Unit = (TimeUnit)value;
                return listed ? 1 : 0;
            case Slot.Shift: parts.Shift = value; return listed ? 1 : 0;
            case Slot.Meridiem:
                if (!listed || parts.Hour is not (>= 1 and <= 12)) return 0;
                parts.Hour = (parts.Hour % 12) + value;
                return 1;
            case Slot.Zone: parts.IsUtc = value == 1; return listed && char.IsUpper(token[0]) ? 1 : 0;
            case Slot.Holiday: return char.IsUpper(token[0]) ? lexicon.HolidayAt(this, at, out parts.Holiday) : 0;
            case Slot.Number: return ReadNumber(at, ref parts);
            case Slot.Ordinal: parts.Ordinal = listed ? value : DigitShapes.Ordinal(token); return parts.Ordinal > 0 ? 1 : 0;
            case Slot.Day:
                parts.Day = WordAt(at)!.Fills(Slot.Ordinal, out int day) ? day : DigitShapes.Ordinal(token) is > 0 and var th ? th : DigitShapes.Number(token);
                return parts.Day is >= 1 and <= 31 ? 1 : 0;
            case Slot.Year: parts.Year = DigitShapes.Year(token); return parts.Year > 0 ? 1 : 0;
            case Slot.Short: return token.Length == 2 && DigitShapes.Number(token) is >= 0 and var two && DigitShapes.Century(two, out parts.Year) ? 1 : 0;
            case Slot.Spelled: return SpelledYear(at, ref parts);
            case Slot.DecadeName: parts.Decade = 1900 + value; return listed ? 1 : 0;
            case Slot.Decade: parts.Decade = DigitShapes.Decade(token); return parts.Decade > 0 ? 1 : 0;
            case Slot.Iso: return DigitShapes.Iso(token, ref parts) ? 1 : 0;
            case Slot.Slashed: return DigitShapes.Slashed(token, ref parts) ? 1 : 0;
            case Slot.TwoDigits:
                int number = token.Length == 2 ? DigitShapes.Number(token) : -1;
                if (parts.Month == 0) parts.Month = number;
                else parts.Day = number;
                return number is >= 1 and <= 31 ? 1 : 0;
            case Slot.Clock: return DigitShapes.Clock(token, ref parts) ? 1 : 0;
            case Slot.Hour:
                int hour = WordAt(at)!.Fills(Slot.Number, out int spelled) ? spelled : DigitShapes.Number(token);
                parts.Hour = hour;
                return hour is >= 1 and <= 12 ? 1 : 0;
            default: return 0;
        }
    }

    /// <summary>Whether a clause ends before a token, or a date begins there: "the day before", "the day before Christmas".</summary>
    public bool IsClosed(int at, bool orDate)
    {
        if (at >= sentence.End || char.IsPunctuation(tokens.WordOf(at)[0])) return true;
        return orDate && WordAt(at) is { } word && (word.Fills(Slot.Weekday, out _) || word.Fills(Slot.Month, out _) || word.Fills(Slot.Shift, out _) || word.Key is "yesterday" or "today" or "tomorrow" || lexicon.HolidayAt(this, at, out _) > 0);
    }

    private bool NextIs(int at, string key) => WordAt(at)?.Key == key;

    /// <summary>A number in digits or words, with "a" or a half; of two that a time names ("two or three days") the first counts.</summary>
    private int ReadNumber(int at, ref TimeParts parts)
    {
        int read = NumberAt(at, out int number, out bool half);
        if (read == 0) return 0;
        if (parts.Number is null) (parts.Number, parts.AndHalf) = (number, half);
        return read;
    }

    private int NumberAt(int at, out int number, out bool half)
    {
        (number, half) = (-1, false);
        TimeWord word = WordAt(at)!;
        if (word.Fills(Slot.Vague, out _)) return 1;
        bool article = word.Key is "a";
        if ((article || word.Fills(Slot.Dozen, out _)) && WordAt(at + (article ? 1 : 0)) is { } dozen && dozen.Fills(Slot.Dozen, out int many))
        {
            if (!article && dozen.Key is "number" or "pair") return 0;
            number = many > 0 ? many : -1;
            int after = at + (article ? 2 : 1);
            return after - at + (NextIs(after, "of") ? 1 : 0);
        }

        ReadOnlySpan<char> token = tokens.WordOf(at);
        if (char.IsAsciiDigit(token[0]))
        {
            number = DigitShapes.Count(token, out half);
            if (number < 0) return 0;
            if (!half && NextIs(at + 1, "") && tokens.WordOf(at + 1) is "1/2")
            {
                half = true;
                return 2;
            }

            return 1;
        }

        return SpelledNumber(at, article, out number);
    }

    /// <summary>"twenty-five", "one hundred and fifty", "a hundred".</summary>
    private int SpelledNumber(int at, bool article, out int number)
    {
        number = 0;
        int end = at, last = 0;
        if (article)
        {
            if (WordAt(at + 1)?.Fills(Slot.Hundred, out int first) != true) return 0;
            number = WordAt(at + 1)!.Fills(Slot.Hundred, out first) ? first : 0;
            end = at + 2;
        }

        while (WordAt(end) is { } word && number < 100_000)
        {
            if (word.Fills(Slot.Number, out int value) && (last == 0 || (last >= 20 && value < 10)))
            {
                number += value;
                last = value;
                end++;
            }
            else if (word.Fills(Slot.Hundred, out int times) && number > 0)
            {
                number *= times;
                last = 0;
                end++;
            }
            else if (end > at && ((word.Key is "-" && last is >= 20 and < 100) || (word.Key is "and" && last == 0)) && WordAt(end + 1) is { } after && after.Fills(Slot.Number, out int more) && (word.Key is "and" || more < 10))
            {
                number += more;
                last = more;
                end += 2;
            }
            else
            {
                break;
            }
        }

        return number > 0 ? end - at : 0;
    }

    /// <summary>"nineteen ninety-one", "two thousand four".</summary>
    private int SpelledYear(int at, ref TimeParts parts)
    {
        if (!WordAt(at)!.Fills(Slot.Number, out int first)) return 0;
        if (first is >= 15 and <= 20)
        {
            int read = SpelledNumber(at + 1, article: false, out int rest);
            if (read == 0 || rest is < 10 or > 99) return 0;
            parts.Year = (first * 100) + rest;
            return read + 1;
        }

        if (first != 2 || !NextIs(at + 1, "thousand")) return 0;
        int all = SpelledNumber(at, article: false, out int year);
        parts.Year = year;
        return year is >= 2000 and < 2100 ? all : 0;
    }
}
