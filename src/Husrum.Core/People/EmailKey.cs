using System.Security.Cryptography;
using System.Text;

namespace Husrum.Core.People;

/// <summary>E-mail addresses as keys.</summary>
public static class EmailKey
{
    /// <summary>As it is stored and compared: without space around, in small letters.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    /// <summary>The index row of an address: a hash, because keys show in places where addresses must not.</summary>
    public static string IndexRow(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(email))));
}
