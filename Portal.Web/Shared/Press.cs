namespace Portal.Web.Shared;

/// <summary>What one key does with the step that is open.</summary>
public enum Press
{
    /// <summary>The first outcome that needs no words: ghi nhận, đồng ý.</summary>
    Agree,

    /// <summary>The outcome that says something besides; its form opens.</summary>
    WithOpinion,

    /// <summary>The outcome that gives it back; its form opens, at the reason.</summary>
    Return,
}
