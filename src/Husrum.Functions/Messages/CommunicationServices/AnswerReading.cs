using Azure;
using Azure.Identity;
using Husrum.Core.Messages;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>What an answer of the service means for a message. Reasons hold its codes, never its sentences: those quote addresses and numbers.</summary>
internal static class AnswerReading
{
    /// <summary>An answer to the whole request.</summary>
    public static SendResult Read(CommunicationAnswer answer)
    {
        var reason = Reason(answer.Status, answer.ErrorCode);
        return answer.Status switch
        {
            200 or 202 => new SendResult(SendOutcome.Sent),
            429 => new SendResult(SendOutcome.NotTaken, reason, answer.RetryAfter),
            408 or 409 or 412 or >= 500 => new SendResult(SendOutcome.Unknown, reason, answer.RetryAfter),
            401 or 403 or 404 or (>= 300 and < 400) => new SendResult(SendOutcome.NotTaken, reason, answer.RetryAfter), // what is set up is wrong, not the message
            _ => new SendResult(SendOutcome.Refused, reason),
        };
    }

    /// <summary>No answer at all.</summary>
    public static SendResult Read(Exception exception)
    {
        var request = exception as HttpRequestException ?? (exception as RequestFailedException)?.InnerException as HttpRequestException;
        return request?.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            ? new SendResult(SendOutcome.NotTaken, $"communication services: {request.HttpRequestError}")
            : new SendResult(SendOutcome.Unknown, $"communication services: {exception.GetType().Name}");
    }

    /// <summary>Sign-in that fails on this side has sent nothing; everything else without an answer may have.</summary>
    public static async Task<SendResult> GuardAsync(NoticeChannel channel, Func<Task<SendResult>> act)
    {
        try
        {
            return await act();
        }
        catch (AuthenticationFailedException)
        {
            return new SendResult(SendOutcome.NotTaken, $"communication services: no token ({channel})");
        }
        catch (Exception e) when (e is RequestFailedException or HttpRequestException or OperationCanceledException or IOException)
        {
            return Read(e);
        }
    }

    public static string Reason(int status, string? code)
    {
        var word = code is { Length: <= 60 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') ? " " + code : "";
        return $"communication services: {status}{word}";
    }
}
