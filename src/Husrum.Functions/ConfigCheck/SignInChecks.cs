using Husrum.Functions.Embedded;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.ConfigCheck;

/// <summary>How staff sign in, and whether what says who they are can be believed.</summary>
internal static class SignInChecks
{
    private const string Name = "Sign-in";

    public static Finding Find(IConfiguration configuration)
    {
        try
        {
            var ways = SignInWays.Read(configuration, StartOptions.Read(configuration).Demo);
            return ways switch
            {
                { IsUnguarded: true } => Finding.Wrong(Name, "by accounts, and nothing checks them: nobody gets in by one", "Turn App Service Authentication of the function app on (infra/: STAFF_CLIENT_ID), or set SignIn__By=Link."),
                { ByAccount: true, ByLink: true } => Finding.Good(Name, "by accounts of the directory, or by a link to one's mailbox"),
                { ByAccount: true } => Finding.Good(Name, "by accounts of the directory"),
                _ => Finding.Good(Name, "by a link to one's mailbox"),
            };
        }
        catch (StartOptionsException e)
        {
            return Finding.Wrong(Name, "a setting does not read", e.Message);
        }
    }
}
