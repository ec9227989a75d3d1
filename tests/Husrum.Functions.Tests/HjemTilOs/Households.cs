namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>The invented people of the stories, and the forms they fill in.</summary>
internal static class Households
{
    /// <summary>A family's form: the first is the one who applies; those with a mailbox are adults.</summary>
    public static IEnumerable<(string Name, string Value)> Family(string street, string weekday, params (string Name, string Born, string? Mailbox)[] people)
    {
        foreach (var (index, (name, born, mailbox)) in people.Index())
        {
            yield return ($"members[{index}].name", name);
            yield return ($"members[{index}].birthDate", born);
            yield return ($"members[{index}].role", mailbox is null ? "child" : "adult");
            if (mailbox is not null)
                yield return ($"members[{index}].email", mailbox + "@post.example");
        }

        foreach (var field in ((string, string)[])[("street", street), ("postcode", "8000"), ("town", "Aarhus C"), ("weekdays", weekday), ("languages", "da"), ("wholeFamily", "on")])
            yield return field;
    }

    /// <summary>A referral of a child who lives at home; what is different comes after.</summary>
    public static IEnumerable<(string Name, string Value)> Referral(string child, string born, string referrer, params (string Name, string Value)[] rest) =>
    [
        ("referrerName", referrer + " Kommune"), ("referrerUnit", "Børn og Unge Nord"), ("referrerEmail", referrer.ToLowerInvariant() + "@kommune.example"), ("bbuSame", "on"),
        ("childName", child), ("childBirthDate", born), ("street", "Byvej 3"), ("postcode", "8000"), ("town", "Aarhus C"), ("danish", "on"), ("childWants", "on"),
        ("ownWish", "Vil gerne bage med nogen"), ("strength", "yes"), ("living", "home"), ("parentsBack", "yes"), ("parentsLanguage", "yes"), ("declaration", "on"),
        .. rest,
    ];

    /// <summary>A holder of custody.</summary>
    public static IEnumerable<(string Name, string Value)> Guardian(int number, string name, string? phone = null, string language = "da") =>
    [
        ($"guardian{number}Name", name), ($"guardian{number}Email", name.Split(' ')[0].ToLowerInvariant() + "@post.example"), ($"guardian{number}Phone", phone ?? ""), ($"guardian{number}Language", language),
    ];
}
