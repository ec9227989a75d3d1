using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Messages;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>The texts of referrals. None says the child's name: what is about a child is behind the link (rules-and-sources.md 0.7).</summary>
public static class ReferralMessages
{
    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Hjem til Os København");
    private static readonly TemplateField Reference = new("reference", Sensitivity.Plain, "7K3Q2");
    private static readonly TemplateField MunicipalityText = new("municipality-text", Sensitivity.Confidential, "Jeg siger ja til, at kommunen giver oplysninger videre.");
    private static readonly TemplateField MunicipalityVersion = new("municipality-version", Sensitivity.Plain, "2026-1");
    private static readonly TemplateField OwnText = new("own-text", Sensitivity.Confidential, "Jeg siger ja til, at mit barn er med i Hjem til Os.");
    private static readonly TemplateField OwnVersion = new("own-version", Sensitivity.Plain, "2026-1");
    private static readonly TemplateField Parent = new("parent", Sensitivity.Plain, "2");
    private static readonly TemplateLink Status = new("status");
    private static readonly TemplateLink Answer = new("answer");

    /// <summary>What each binds.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        Mail("referral-confirm", Answer, Reference),
        Mail("referral-confirm-reminder", Answer, Reference),
        Mail("referral-consent", Answer, Department),
        Mail("referral-consent-reminder", Answer, Department),
        new("referral-consent-reminder", NoticeChannel.Sms, [], [TemplateLink.Sms]),
        Mail("referral-copy", Status, MunicipalityText, MunicipalityVersion, OwnText, OwnVersion),
        Mail("referral-no", null, Reference, Department, Parent),
        Mail("referral-missing", Status, Reference),
        Mail("referral-placement", Status, Reference, Department),
        Mail("referral-ready", Status, Reference, Department),
        Mail("referral-ready-parents", Status, Department),
        Mail("referral-paused", Status, Reference, Department),
        Mail("referral-rejected", null, Reference, Department),
        Mail("referral-closed", null, Reference, Department),
        Mail("referral-closed-parents", null, Department),
        ReferralDraftMail.Spec,
    ];

    private static TemplateSpec Mail(string name, TemplateLink? link, params TemplateField[] fields) => new(name, NoticeChannel.Email, [Name, .. fields], link is null ? [] : [link]);
}
