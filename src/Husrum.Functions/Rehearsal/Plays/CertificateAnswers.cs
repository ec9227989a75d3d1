using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>How certificates are answered about.</summary>
internal static class CertificateAnswers
{
    /// <summary>The person never consents in Digital Post, and staff record that no certificate came the first time.</summary>
    public static void NoConsent(Script script, string prefix)
    {
        var asked = 0;
        foreach (var kind in new[] { "boerneattest", "straffeattest" })
            script.Never($"{prefix}-{kind}-consent").On($"{prefix}-{kind}-outcome", situation => asked++ == 0 ? new Reply("no-consent", ("deleted", "on")) : null, TimeSpan.FromDays(15));
    }
}
