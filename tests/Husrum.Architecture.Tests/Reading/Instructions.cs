using System.Reflection;
using System.Reflection.Emit;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>A step of a compiled method.</summary>
/// <param name="Code">The operation.</param>
/// <param name="Operand">The method, type, field or string it names; null for all else.</param>
internal sealed record Instruction(OpCode Code, object? Operand);

/// <summary>Reads compiled methods.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xffff);

    /// <summary>The method's steps; none for one without a body.</summary>
    public static IEnumerable<Instruction> Of(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var code = Codes[bytes[at] == 0xfe ? 0xfe00 | bytes[at + 1] : bytes[at]];
            at += code.Size;
            yield return new Instruction(code, Named(method, code.OperandType, bytes, at));
            at += Size(code.OperandType, bytes, at);
        }
    }

    private static object? Named(MethodBase method, OperandType kind, byte[] bytes, int at)
    {
        if (kind is not (OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineField or OperandType.InlineString))
            return null;
        var token = BitConverter.ToInt32(bytes, at);
        if (kind == OperandType.InlineString)
            return method.Module.ResolveString(token);
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    private static int Size(OperandType kind, byte[] bytes, int at) => kind switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
        _ => 4,
    };
}
