namespace Husrum.Core.Register;

/// <summary>Names of the register's partitions. Index partitions (<c>ix-…</c>) can be rebuilt from the others.</summary>
public static class Partitions
{
    /// <summary>sha256 of an address → person.</summary>
    public const string EmailIndex = "ix-email";

    /// <summary>Token id → the partition its link is in.</summary>
    public const string LinkIndex = "ix-link";

    /// <summary>sha256 of a short link's code → its link.</summary>
    public const string ShortLinkIndex = "ix-short-link";

    /// <summary>Department, time and id → claim.</summary>
    public const string ClaimIndex = "ix-claims";

    /// <summary>Messages that wait for their moment, in the order of their moments.</summary>
    public const string NoticeDueIndex = "ix-notice-due";

    /// <summary>All messages, in the order of their moments.</summary>
    public const string NoticeIndex = "ix-notices";

    /// <summary>Messages that failed, are uncertain or are held: a person has to look.</summary>
    public const string NoticeTroubleIndex = "ix-notice-trouble";

    /// <summary>A message's name at its provider → the message, where the provider reports what became of it.</summary>
    public const string NoticeIdIndex = "ix-notice-id";

    /// <summary>Records by the date until which they are kept.</summary>
    public const string RetainIndex = "ix-retain";

    /// <summary>Receipt → claims.</summary>
    public const string ReceiptIndex = "ix-receipt";

    /// <summary>Hash of amount, date and payee → claims.</summary>
    public const string AmountIndex = "ix-amount";

    /// <summary>Starts and events that are recorded and not raised yet (Azure home).</summary>
    public const string IntentIndex = "ix-intents";

    /// <summary>The people with a staff row.</summary>
    public const string StaffIndex = "ix-staff";

    /// <summary>A claim and all that belongs to it.</summary>
    public static string Claim(string claimId) => "claim:" + claimId;

    /// <summary>A person and all that belongs to them.</summary>
    public static string Person(string personId) => "person:" + personId;

    /// <summary>A payment list.</summary>
    public static string PaymentList(string listId) => "list:" + listId;

    /// <summary>Files uploaded with a form that is not sent yet.</summary>
    public static string Draft(string draftId) => "draft:" + draftId;
}
