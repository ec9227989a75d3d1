using Husrum.Core.Messages;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>The texts of further functions.</summary>
public static class FunctionMessages
{
    internal const string Offer = "function-offer";
    internal const string OfferReminder = "function-offer-reminder";
    internal const string Asked = "function-asked";
    internal const string Added = "function-added";
    internal const string Declined = "function-declined";
    internal const string NotTaken = "function-not-taken";
    internal const string Ended = "function-ended";
    internal const string EndedForStaff = "function-ended-staff";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Person = new("person", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Function = new("function", Sensitivity.Confidential, "voksen i en venskabsfamilie");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new(Offer, NoticeChannel.Email, [Name, Function], [new TemplateLink("answer")]),
        new(OfferReminder, NoticeChannel.Email, [Name, Function], [new TemplateLink("answer")]),
        new(OfferReminder, NoticeChannel.Sms, [], [TemplateLink.Sms]),
        new(Asked, NoticeChannel.Email, [Name, Function], [new TemplateLink("status")]),
        new(Added, NoticeChannel.Email, [Name, Function], []),
        new(Declined, NoticeChannel.Email, [Name, Function], []),
        new(NotTaken, NoticeChannel.Email, [Name, Person, Function], []),
        new(Ended, NoticeChannel.Email, [Name, Function], []),
        new(EndedForStaff, NoticeChannel.Email, [Name, Person, Function], []),
    ];
}
