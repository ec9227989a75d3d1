namespace Husrum.Functions.Messages;

/// <summary>Why a message is not simply sent, as the register and the log keep it: words and ids only. A gateway's own reasons stand beside these.</summary>
internal static class NoticeReasons
{
    public const string PutBack = "a backup was put back; it may have been sent before";
    public const string Late = "its moment had passed";
    public const string CutOff = "the program ended while it was being sent";
    public const string TooLateToRepeat = "nobody knows whether it went, and the provider would not know a repeat any more";
    public const string NoReport = "the provider has not said whether it arrived";
    public const string PassedOn = "; it goes the other way";
    public const string NoSmsThere = "SMS do not go to this number";
    public const string NumberRefused = "the service does not take the number";
    public const string NoSmsWished = "the person wants no SMS";
    public const string NoNewsWished = "the person has not said yes to news";
    public const string NoWay = "no way is set up for this channel";

    /// <summary>A word follows: see <see cref="CommunicationServices.ReportReading"/>.</summary>
    public const string Undelivered = "not delivered: ";
    public const string LinkGone = "a link in it is gone";
    public const string Many = "many to one address; one message went in the place of all";

    /// <summary>A person's id follows.</summary>
    public const string DroppedBy = "dropped by ";

    /// <summary>A person's id follows.</summary>
    public const string ArrivedBy = "has arrived, says ";
}
