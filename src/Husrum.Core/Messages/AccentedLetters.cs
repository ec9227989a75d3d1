namespace Husrum.Core.Messages;

/// <summary>
/// Latin letters with accents, by the letter they have when the accent is left out (Unicode's canonical decompositions, U+00C0 to U+024F and
/// U+1E00 to U+1EFF, without those the SMS alphabet has itself). A table of our own: in a program with one culture
/// <see cref="string.Normalize()"/> leaves such letters as they are.
/// </summary>
internal static class AccentedLetters
{
    private static readonly Dictionary<string, string> ByBase = new()
    {
        ["A"] = "ÀÁÂÃĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ",
        ["B"] = "ḂḄḆ",
        ["C"] = "ĆĈĊČḈ",
        ["D"] = "ĎḊḌḎḐḒ",
        ["E"] = "ÈÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ",
        ["F"] = "Ḟ",
        ["G"] = "ĜĞĠĢǦǴḠ",
        ["H"] = "ĤȞḢḤḦḨḪ",
        ["I"] = "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ",
        ["J"] = "Ĵ",
        ["K"] = "ĶǨḰḲḴ",
        ["L"] = "ĹĻĽḶḸḺḼ",
        ["M"] = "ḾṀṂ",
        ["N"] = "ŃŅŇǸṄṆṈṊ",
        ["O"] = "ÒÓÔÕŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ",
        ["P"] = "ṔṖ",
        ["R"] = "ŔŖŘȐȒṘṚṜṞ",
        ["S"] = "ŚŜŞŠȘṠṢṤṦṨ",
        ["T"] = "ŢŤȚṪṬṮṰ",
        ["U"] = "ÙÚÛŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ",
        ["V"] = "ṼṾ",
        ["W"] = "ŴẀẂẄẆẈ",
        ["X"] = "ẊẌ",
        ["Y"] = "ÝŶŸȲẎỲỴỶỸ",
        ["Z"] = "ŹŻŽẐẒẔ",
        ["a"] = "áâãāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        ["b"] = "ḃḅḇ",
        ["c"] = "çćĉċčḉ",
        ["d"] = "ďḋḍḏḑḓ",
        ["e"] = "êëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        ["f"] = "ḟ",
        ["g"] = "ĝğġģǧǵḡ",
        ["h"] = "ĥȟḣḥḧḩḫẖ",
        ["i"] = "íîïĩīĭįǐȉȋḭḯỉị",
        ["j"] = "ĵǰ",
        ["k"] = "ķǩḱḳḵ",
        ["l"] = "ĺļľḷḹḻḽ",
        ["m"] = "ḿṁṃ",
        ["n"] = "ńņňǹṅṇṉṋ",
        ["o"] = "óôõōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        ["p"] = "ṕṗ",
        ["r"] = "ŕŗřȑȓṙṛṝṟ",
        ["s"] = "śŝşšșṡṣṥṧṩẛ",
        ["t"] = "ţťțṫṭṯṱẗ",
        ["u"] = "úûũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        ["v"] = "ṽṿ",
        ["w"] = "ŵẁẃẅẇẉẘ",
        ["x"] = "ẋẍ",
        ["y"] = "ýÿŷȳẏẙỳỵỷỹ",
        ["z"] = "źżžẑẓẕ",
    };

    private static readonly Dictionary<int, string> Bases = ByBase
        .SelectMany(row => row.Value.Select(letter => (Letter: (int)letter, Base: row.Key)))
        .ToDictionary(pair => pair.Letter, pair => pair.Base);

    /// <summary>The letter without its accent, or null when this is none of them.</summary>
    public static string? Base(int letter) => Bases.GetValueOrDefault(letter);
}
