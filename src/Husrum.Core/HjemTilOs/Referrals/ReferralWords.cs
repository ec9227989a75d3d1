using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>A referral's states, lines and doubts in words.</summary>
public static class ReferralWords
{
    internal const string Received = "referral-received";
    internal const string ConsentWithdrawn = "consent-withdrawn";
    internal const string Matched = "referral-matched";
    internal const string Waiting = "referral-waiting";
    internal const string Finished = "referral-finished";
    internal const string Silent = "silent";
    internal const string Reject = "reject";
    internal const string Missing = "consents-missing";
    internal const string Informed = "parents-informed";
    internal const string Refused = "consent-refused";
    internal const string ClosedByStaff = "closed-by-staff";

    /// <summary>Where it stands.</summary>
    public static Bilingual Of(Referral referral) => referral.State switch
    {
        ReferralState.Received => new("Vi har modtaget henvisningen.", "We have received the referral."),
        ReferralState.Assessing => new("En medarbejder ser på henvisningen.", "A member of staff is looking at the referral."),
        ReferralState.Gathering => new("Vi venter på det, der skal være på plads, før vi leder efter en familie.", "We are waiting for what has to be in place before we look for a family."),
        ReferralState.Ready when referral.MatchId is not null => new("Der er en venskabsfamilie på vej, eller den er fundet.", "A friend family has been found, or is on its way."),
        ReferralState.Ready => new("Alt er på plads. Vi leder efter en venskabsfamilie.", "Everything is in place. We are looking for a friend family."),
        ReferralState.ConsentWithdrawn => new("Et samtykke er taget tilbage. Alt holder pause, mens vi taler sammen.", "A consent has been taken back. Everything is paused while we talk."),
        ReferralState.Rejected => new("Hjem til Os er ikke det rigtige lige nu.", "Hjem til Os is not the right thing at the moment."),
        ReferralState.Withdrawn => new("Henvisningen er trukket tilbage.", "The referral was withdrawn."),
        ReferralState.Lapsed => new("Henvisningen er lukket uden et match.", "The referral was closed without a match."),
        _ => new("Forløbet er slut.", "The visits have ended."),
    };

    /// <summary>Why a human must look.</summary>
    public static Bilingual Of(ReferralDoubt doubt) => doubt switch
    {
        ReferralDoubt.ActingOut => new("er svært udadreagerende", "acts out severely"),
        ReferralDoubt.Psychiatric => new("har svære psykiatriske diagnoser", "has severe psychiatric diagnoses"),
        ReferralDoubt.Suicidal => new("er selvmordstruet", "is suicidal"),
        ReferralDoubt.SelfHarming => new("er selvskadende", "self-harms"),
        ReferralDoubt.Older => new("er 14-17 år: efter ønske og behov", "is 14-17: by wish and need"),
        ReferralDoubt.Strength => new("har måske ikke kræfter til noget nyt lige nu", "may not have the strength for something new at the moment"),
        ReferralDoubt.Preschool => new("er i førskolealderen: sprog og toiletbesøg skal afklares", "is below school age: language and going to the toilet must be talked about"),
        ReferralDoubt.Parents => new("forældrenes opbakning eller sprog skal afklares", "the parents' backing or language must be talked about"),
        _ => new("har brug for frivillige med særlige kompetencer", "needs volunteers with special skills"),
    };

    /// <summary>Where a child lives.</summary>
    public static Bilingual Of(LivingSituation living) => living switch
    {
        LivingSituation.Home => new("Hjemme", "At home"),
        LivingSituation.FosterFamily => new("I plejefamilie", "With a foster family"),
        LivingSituation.OwnRoom => new("Eget værelse, kollegium eller kollegielignende (§ 43 stk. 1 nr. 5)", "Own room, college or the like (§ 43 stk. 1 nr. 5)"),
        LivingSituation.ChildrensHome => new("Børne- eller ungehjem (§ 43 stk. 1 nr. 6)", "Børne- or ungehjem (§ 43 stk. 1 nr. 6)"),
        LivingSituation.BoardingSchool => new("Efterskole, fri fagskole eller kostskole (§ 43 stk. 1 nr. 7)", "Efterskole or another boarding school (§ 43 stk. 1 nr. 7)"),
        _ => new("Anbragt et andet sted", "Placed elsewhere"),
    };

    /// <summary>A line of the timeline that is no step's.</summary>
    internal static Bilingual Line(string what) => what switch
    {
        Received => new("Henvisningen er modtaget.", "The referral was received."),
        ConsentWithdrawn => new("Et samtykke er taget tilbage, og alt holder pause.", "A consent has been taken back, and everything is paused."),
        Matched => new("Der er fundet en venskabsfamilie, som bliver spurgt.", "A friend family was found and is being asked."),
        Waiting => new("Vi leder efter en venskabsfamilie.", "We are looking for a friend family."),
        Finished => new("Forløbet er slut.", "The visits have ended."),
        Informed => new("Det er skrevet op, hvornår forældrene er orienteret.", "It was recorded when the parents were informed."),
        Refused => new("En forælder har sagt nej til samtykke.", "A parent has said no to the consent."),
        ClosedByStaff => new("En medarbejder har lukket henvisningen.", "A member of staff has closed the referral."),
        Missing => new("Et samtykke mangler stadig. Kommunens kontaktperson har fået besked.", "A consent is still missing. The municipality's contact person was told."),
        _ => new("Sagen er ændret.", "The case was changed."),
    };
}
