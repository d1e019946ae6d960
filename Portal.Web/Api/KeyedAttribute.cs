namespace Portal.Web.Api;

/// <summary>An operation that takes an <see cref="ApiEndpoints.KeyHeader"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KeyedAttribute : Attribute;
