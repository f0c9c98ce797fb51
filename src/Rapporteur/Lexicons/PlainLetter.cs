// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Lexicons;

/// <summary>Latin letters without their marks: "é" is "e", "ł" is "l". Letters of their own ("æ", "ß") stay.</summary>
/// <remarks>A table, because .NET takes no letter apart where it runs without a culture's data, as this program does.</remarks>
internal static class PlainLetter
{
    private const char FirstLatin = '\u00C0', FirstVietnamese = '\u1E00';

    /// <summary>U+00C0 to U+024F.</summary>
    private const string Latin =
        "AAAAAAÆCEEEEIIIIÐNOOOOO×OUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy" +
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiĲĳJjKkĸLlLlLlĿ" +
        "ŀLlNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtŦŧUuUuUuUuUuUuWwYyYZzZzZzſ" +
        "ƀƁƂƃƄƅƆƇƈƉƊƋƌƍƎAƐƑƒƓƔƕƖƗƘƙƚƛƜƝƞƟOoƢƣƤƥƦƧƨƩƪƫƬƭƮUuƱƲƳƴƵƶƷƸƹƺƻƼƽƾƿ" +
        "ǀǁǂǃǄǅǆǇǈǉǊǋǌAaIiOoUuUuUuUuUuǝAaAaǢǣǤǥGgKkOoOoǮǯjǱǲǳGgǶǷNnAaǼǽǾǿ" +
        "AaAaEeEeIiIiOoOoRrRrUuUuSsTtȜȝHhȠȡȢȣȤȥAaEeOoOoOoOoYyȴȵȶȷȸȹȺȻȼȽȾȿ" +
        "ɀɁɂɃɄɅɆɇɈɉɊɋɌɍɎɏ";

    /// <summary>U+1E00 to U+1EFF.</summary>
    private const string Vietnamese =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm" +
        "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv" +
        "WwWwWwWwWwXxXxYyZzZzZzhtwyẚẛẜẝẞẟAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe" +
        "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyỺỻỼỽỾỿ";

    /// <summary>The letter without marks.</summary>
    public static char Of(char letter) => letter switch
    {
        < FirstLatin => letter,
        < '\u0250' => Latin[letter - FirstLatin],
        'ə' => 'a',
        >= FirstVietnamese and <= '\u1EFF' => Vietnamese[letter - FirstVietnamese],
        _ => letter,
    };
}
