using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Referrals.Rules;

/// <summary>The rules of the referral's form (rules-and-sources.md 1.7, E1-E9 and R1-R10). What is missing comes back at once, field by field; what is in doubt is no problem, but a human's to look at.</summary>
public static class ReferralRules
{
    private const int LongestText = 2_000;
    private const int LongestLine = 200;
    private const int SchoolAge = 6;

    private static readonly string[] OthersEmails = ["referrerEmail", "bbuEmail", "placementEmail"];
    private static readonly string[] GuardianParts = ["Name", "Email", "Phone"];

    /// <summary>What is wrong, one problem a field.</summary>
    public static IReadOnlyList<FieldProblem> Problems(ReferralForm form, Organisation organisation, DateOnly today) =>
        [.. All(form, organisation, today).DistinctBy(problem => problem.Field)];

    /// <summary>What a human must look at.</summary>
    public static IReadOnlyList<ReferralDoubt> Doubts(ReferralForm form, DateOnly today)
    {
        var age = AgeRule.AgeOn(MemberReading.Date(form["childBirthDate"])!.Value, today);
        return
        [
            .. ReferralFields.Exclusions.Where(flag => form.Has(flag.Key)).Select(flag => flag.Value),
            .. age > FamilyAges.OldestOrdinary ? [ReferralDoubt.Older] : Array.Empty<ReferralDoubt>(),
            .. form["strength"] == "unsure" ? [ReferralDoubt.Strength] : Array.Empty<ReferralDoubt>(),
            .. age < SchoolAge && form["preschool"] != "yes" ? [ReferralDoubt.Preschool] : Array.Empty<ReferralDoubt>(),
            .. !IsExempt(form) && (form["parentsBack"] == "unsure" || form["parentsLanguage"] == "unsure") ? [ReferralDoubt.Parents] : Array.Empty<ReferralDoubt>(),
            .. form.Has("specialNeeds") ? [ReferralDoubt.SpecialNeeds] : Array.Empty<ReferralDoubt>(),
        ];
    }

    /// <summary>Whether the form is about a child for whom no consent is needed.</summary>
    internal static bool IsExempt(ReferralForm form) => ReferralFields.Living.TryGetValue(form["living"], out var living) && ConsentRule.IsExempt(living);

    private static IEnumerable<FieldProblem> All(ReferralForm form, Organisation organisation, DateOnly today) =>
    [
        .. FamilyFormRules.DepartmentOf(form["department"], organisation) is null ? [new FieldProblem("department", "Vælg et område.", "Please choose an area.")] : Array.Empty<FieldProblem>(),
        .. organisation.HjemTilOs is { Municipalities.Count: > 1 } programme && programme.Municipality(form["municipality"]) is null ? [new FieldProblem("municipality", "Vælg kommunen.", "Please choose the municipality.")] : Array.Empty<FieldProblem>(),
        .. Contact(form, "referrer", "Skriv dit navn.", "Please write your name."),
        .. form.Has("bbuSame") ? [] : Contact(form, "bbu", "Skriv kontaktpersonens navn.", "Please write the contact person's name."),
        .. Child(form, today),
        .. AddressRules.Problems(form["street"], form["postcode"], form["town"]),
        .. Place(form),
        .. IsExempt(form) ? Informed(form, today) : Guardians(form),
        .. TextRules.Problems(LongestText, ReferralFields.LongTexts.Select(name => (name, form[name]))),
        .. TextRules.Problems(LongestLine, ReferralFields.All.Except(ReferralFields.LongTexts).Where(name => name is not ("childBirthDate" or "informedOn")).Select(name => (name, form[name]))),
        .. form.Has("declaration") ? Array.Empty<FieldProblem>() : [new FieldProblem("declaration", "Sæt kryds, når I har læst det.", "Please tick the box when you have read it.")],
    ];

    private static IEnumerable<FieldProblem> Contact(ReferralForm form, string who, string danish, string english)
    {
        if (!form[who + "Name"].Any(char.IsLetter))
            yield return new(who + "Name", danish, english);
        if (Email.Read(form[who + "Email"]) is { IsOk: false, Problem: { } mail })
            yield return FieldProblem.At(who + "Email", mail);
        if (form.Has(who + "Phone") && PhoneNumber.Read(form[who + "Phone"]) is { IsOk: false, Problem: { } phone })
            yield return FieldProblem.At(who + "Phone", phone);
    }

    private static IEnumerable<FieldProblem> Child(ReferralForm form, DateOnly today)
    {
        if (!form["childName"].Any(char.IsLetter))
            yield return new("childName", "Skriv barnets navn.", "Please write the child's name.");
        var born = MemberReading.Date(form["childBirthDate"]);
        if (CprLike.IsIn(form["childBirthDate"]))
            yield return FieldProblem.At("childBirthDate", CprLike.Problem);
        else if (born is not { } birth || birth > today)
            yield return new("childBirthDate", "Skriv barnets fødselsdato, for eksempel 2018-05-31. Ikke CPR-nummeret.", "Please write the child's date of birth, for example 2018-05-31. Not the CPR number.");
        else if (AgeRule.AgeOn(birth, today) is var age && age is < FamilyAges.Youngest or > FamilyAges.Oldest)
            yield return new("childBirthDate", $"Hjem til Os er for børn på {FamilyAges.Youngest}-{FamilyAges.OldestOrdinary} år, og for unge til og med {FamilyAges.Oldest} efter ønske og behov. Skriv til os, hvis du er i tvivl.", $"Hjem til Os is for children of {FamilyAges.Youngest}-{FamilyAges.OldestOrdinary}, and up to {FamilyAges.Oldest} by wish and need. Please write to us if you are in doubt.");
        else if (age > FamilyAges.OldestOrdinary && !form.Has("wishAndNeed"))
            yield return new("wishAndNeed", "Fortæl om den unges eget ønske og behov.", "Please tell us what the young person wishes and needs.");
        if (!form.Has("danish") && !form.Has("english"))
            yield return new("danish", "Barnet skal kunne tale dansk eller engelsk med familien. Sæt kryds, eller skriv til os, hvis du er i tvivl.", "The child must be able to speak Danish or English with the family. Please tick, or write to us if you are in doubt.");
        if (!form.Has("childWants"))
            yield return new("childWants", "Tal med barnet først. Sæt kryds, når barnet selv har lyst.", "Please talk with the child first. Tick the box when the child wants it too.");
        if (!form.Has("ownWish"))
            yield return new("ownWish", "Skriv, hvad barnet selv siger om det.", "Please write what the child says about it.");
        if (form["strength"] is not ("yes" or "unsure"))
            yield return new("strength", "Vælg et svar.", "Please choose an answer.");
        if (born is { } day && day <= today && AgeRule.AgeOn(day, today) < SchoolAge && form["preschool"] is not ("yes" or "unsure"))
            yield return new("preschool", "Vælg et svar. Det gælder børn i førskolealderen.", "Please choose an answer. It is about children below school age.");
    }

    private static IEnumerable<FieldProblem> Place(ReferralForm form)
    {
        if (!ReferralFields.Living.TryGetValue(form["living"], out var living))
        {
            yield return new("living", "Vælg, hvor barnet bor.", "Please choose where the child lives.");
            yield break;
        }

        if (living == LivingSituation.Home)
            yield break;
        if (!form.Has("placementName"))
            yield return new("placementName", "Skriv, hvad stedet eller plejefamilien hedder.", "Please write what the place or the foster family is called.");
        if (!form["placementContact"].Any(char.IsLetter))
            yield return new("placementContact", "Skriv den kontaktperson, I har aftalt med stedet.", "Please write the contact person you have agreed with the place.");
        if (Email.Read(form["placementEmail"]) is { IsOk: false, Problem: { } mail })
            yield return FieldProblem.At("placementEmail", mail);
        if (form.Has("placementPhone") && PhoneNumber.Read(form["placementPhone"]) is { IsOk: false, Problem: { } phone })
            yield return FieldProblem.At("placementPhone", phone);
    }

    private static IEnumerable<FieldProblem> Informed(ReferralForm form, DateOnly today)
    {
        if (MemberReading.Date(form["informedOn"]) is not { } on || on > today)
            yield return new("informedOn", "Skriv, hvornår forældrene blev orienteret. Et samtykke er ikke nødvendigt, men de skal være orienteret.", "Please write when the parents were informed. No consent is needed, but they must be informed.");
        if (!form["informedBy"].Any(char.IsLetter))
            yield return new("informedBy", "Skriv, hvem der orienterede dem.", "Please write who informed them.");
    }

    private static IEnumerable<FieldProblem> Guardians(ReferralForm form)
    {
        foreach (var part in new[] { "parentsBack", "parentsLanguage" })
        {
            if (form[part] is not ("yes" or "unsure"))
                yield return new(part, "Vælg et svar.", "Please choose an answer.");
        }

        var numbers = GuardianNumbers(form).ToList();
        if (numbers.Count == 0)
            yield return new(ReferralFields.Guardian(1, "Name"), "Skriv alle, der har forældremyndigheden. Hver af dem bliver spurgt om samtykke.", "Please write everybody who has custody. Each of them is asked for consent.");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var number in numbers)
        {
            if (!form[ReferralFields.Guardian(number, "Name")].Any(char.IsLetter))
                yield return new(ReferralFields.Guardian(number, "Name"), "Skriv navnet.", "Please write the name.");
            var address = form[ReferralFields.Guardian(number, "Email")];
            if (address.Length > 0 && Email.Read(address) is { IsOk: false, Problem: { } mail })
                yield return FieldProblem.At(ReferralFields.Guardian(number, "Email"), mail);
            else if (address.Length > 0 && (!seen.Add(address) || OthersEmails.Any(other => string.Equals(form[other], address, StringComparison.OrdinalIgnoreCase))))
                yield return new(ReferralFields.Guardian(number, "Email"), "Den adresse står her allerede. Hver forælder skal have sin egen. Lad ellers feltet være tomt, så skriver de under på papir.", "That address is already on the list. Each parent needs their own. Otherwise leave the field empty, and they sign on paper.");
            if (form.Has(ReferralFields.Guardian(number, "Phone")) && PhoneNumber.Read(form[ReferralFields.Guardian(number, "Phone")]) is { IsOk: false, Problem: { } phone })
                yield return FieldProblem.At(ReferralFields.Guardian(number, "Phone"), phone);
        }
    }

    /// <summary>The guardians of whom something was written.</summary>
    internal static IEnumerable<int> GuardianNumbers(ReferralForm form) =>
        Enumerable.Range(1, ReferralProcess.MostGuardians).Where(number => GuardianParts.Any(part => form.Has(ReferralFields.Guardian(number, part))));
}
