using Husrum.Core.Messages;

namespace Husrum.Core.Refunds.Messages;

/// <summary>The texts of the process. Subjects bind nothing: no name, amount or account is read over a shoulder. Bodies hold name and purpose; the rest is behind the link.</summary>
public static class RefundMessages
{
    internal const string Received = "refund-received";
    internal const string ManyReceived = "refund-many-received";
    internal const string Returned = "refund-returned";
    internal const string CompleteReminder = "refund-complete-reminder";
    internal const string Approved = "refund-approved";
    internal const string Rejected = "refund-rejected";
    internal const string Paid = "refund-paid";
    internal const string TakenBack = "refund-taken-back";
    internal const string Lapsed = "refund-lapsed";
    internal const string Withdrawn = "refund-withdrawn";
    internal const string Approve = "refund-approve";
    internal const string ApproveReminder = "refund-approve-reminder";
    internal const string ApproveEscalated = "refund-approve-escalated";
    internal const string SecondApprove = "refund-second-approve";
    internal const string PayReminder = "refund-pay-reminder";
    internal const string Stuck = "refund-stuck";

    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Claimant = new("claimant", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Purpose = new("purpose", Sensitivity.Confidential, "Snacks og sodavand til samtalegruppen om tirsdagen");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Skanderborg");
    private static readonly TemplateField Reason = new("reason", Sensitivity.Confidential, "Kvitteringen er for utydelig. Tag gerne et nyt billede af den.");
    private static readonly TemplateField Flags = new("flags", Sensitivity.Confidential, "Der mangler en kvittering, og der er skrevet en erklæring i stedet.");
    private static readonly TemplateField Since = new("since", Sensitivity.Plain, "onsdag den 30. september 2026");
    private static readonly TemplateField Deadline = new("deadline", Sensitivity.Plain, "onsdag den 30. september 2026");
    private static readonly TemplateField Step = new("step", Sensitivity.Plain, "venter på en godkendelse til, fordi beløbet er over grænsen");
    private static readonly TemplateField Mailbox = new("mailbox", Sensitivity.Plain, "udlaeg.og.regnskab@foreningen.example");
    private static readonly TemplateField Case = new("case", Sensitivity.Plain, "u-00000000000000000000000000");

    /// <summary>What each binds. Names of fields are the same throughout: <c>name</c> is the reader's, <c>claimant</c> the claimant's.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        Email(Received, "status", Name, Purpose, Department),
        Email(ManyReceived, "status", Name, Mailbox),
        Email(Returned, "complete", Name, Purpose, Reason, Deadline),
        Email(CompleteReminder, "complete", Name, Purpose, Deadline),
        Email(Approved, "status", Name, Purpose),
        Email(Rejected, "status", Name, Purpose, Reason),
        Email(Paid, "status", Name, Purpose),
        Email(TakenBack, "status", Name, Purpose, Reason),
        Email(Lapsed, ["again", "status"], Name, Purpose),
        Email(Withdrawn, [], Name, Claimant, Purpose),
        Email(Approve, "decide", Name, Claimant, Purpose, Department, Flags),
        Email(ApproveReminder, "decide", Name, Claimant, Purpose, Since),
        Email(ApproveEscalated, "decide", Name, Claimant, Purpose, Department, Since, Flags),
        Email(SecondApprove, "decide", Name, Claimant, Purpose, Department, Flags),
        Email(PayReminder, ["payments"], Name, Claimant, Purpose, Since),
        Email(Stuck, ["page"], Name, Department, Step, Since, Case),
    ];

    private static TemplateSpec Email(string name, string link, params TemplateField[] fields) => Email(name, [link], fields);

    private static TemplateSpec Email(string name, string[] links, params TemplateField[] fields) =>
        new(name, NoticeChannel.Email, fields, [.. links.Select(link => new TemplateLink(link))]);
}
