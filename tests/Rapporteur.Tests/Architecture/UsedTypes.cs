// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using System.Reflection.Emit;

namespace Rapporteur.Tests.Architecture;

/// <summary>The types that a type uses: in its base types, members, signatures, and in the bodies of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types, each once; elements and arguments of constructed types by themselves.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        HashSet<Type> used = [];
        Add(type.BaseType, used);
        foreach (Type one in type.GetInterfaces()) Add(one, used);
        foreach (FieldInfo field in type.GetFields(All)) Add(field.FieldType, used);
        foreach (MethodBase method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))) AddMethod(method, used);
        return used;
    }

    private static void AddMethod(MethodBase method, HashSet<Type> used)
    {
        Add((method as MethodInfo)?.ReturnType, used);
        foreach (ParameterInfo parameter in method.GetParameters()) Add(parameter.ParameterType, used);
        if (method.GetMethodBody() is not { } body) return;
        foreach (LocalVariableInfo local in body.LocalVariables) Add(local.LocalType, used);
        foreach (ExceptionHandlingClause clause in body.ExceptionHandlingClauses)
        {
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause) Add(clause.CatchType, used);
        }

        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (int token in Tokens(body.GetILAsByteArray()!)) AddMember(method.Module.ResolveMember(token, typeArguments, methodArguments), used);
    }

    private static void AddMember(MemberInfo? member, HashSet<Type> used)
    {
        if (member is Type type) Add(type, used);
        if (member is null or Type) return;
        Add(member.DeclaringType, used);
        if (member is FieldInfo field) Add(field.FieldType, used);
        if (member is not MethodBase method) return;
        Add((method as MethodInfo)?.ReturnType, used);
        foreach (ParameterInfo parameter in method.GetParameters()) Add(parameter.ParameterType, used);
        if (method.IsGenericMethod) foreach (Type argument in method.GetGenericArguments()) Add(argument, used);
    }

    /// <summary>The metadata tokens of types and members in a method's instructions (ECMA-335, III.1.9).</summary>
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (int at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = (short)((value << 8) | il[at++]);
            OpCode code = Codes[value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static void Add(Type? type, HashSet<Type> used)
    {
        if (type is null) return;
        if (type.HasElementType)
        {
            Add(type.GetElementType(), used);
            return;
        }

        if (type.IsGenericParameter || !used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type)) return;
        foreach (Type argument in type.GetGenericArguments()) Add(argument, used);
    }
}
