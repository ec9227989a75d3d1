namespace Husrum.Core.Links;

/// <summary>What a link is for. A token made for one purpose fails on any other (OWASP ASVS 5.0, 9.2.2).</summary>
public enum LinkPurpose
{
    /// <summary>Decide on a request: approve, reject or send back.</summary>
    Decide,

    /// <summary>See where one's own case stands.</summary>
    Status,

    /// <summary>Complete a claim that was sent back.</summary>
    Complete,

    /// <summary>Answer what a case asks.</summary>
    Answer,

    /// <summary>A volunteer's own page.</summary>
    Volunteer,

    /// <summary>Answer an invitation.</summary>
    Gathering,

    /// <summary>The one link of an SMS: onward to what it is about, and to no more SMS; see <see cref="ShortLinks"/>.</summary>
    Sms,

    /// <summary>A form that is not sent yet; whoever has the link may go on with it.</summary>
    Draft,

    /// <summary>Sign in as staff.</summary>
    SignIn,
}
