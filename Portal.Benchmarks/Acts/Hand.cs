using Microsoft.Playwright;

namespace Portal.Benchmarks.Acts;

/// <summary>A person's hand on a page. Whatever a job does goes through here, and each of these calls is one act.</summary>
internal sealed class Hand(IPage page)
{
    private const int MostTries = 3;
    private const float ListCloses = 5_000;

    private int _acts;
    private int _words;

    public IPage Page => page;

    public Figure Spent => new(_acts, _words);

    public Task ClickAsync(ILocator what)
    {
        _acts++;
        return what.ClickAsync();
    }

    /// <summary>One of a few in sight, or a box that is ticked; what is so already is left.</summary>
    public async Task ChooseAsync(ILocator option)
    {
        if (await option.IsCheckedAsync())
        {
            return;
        }

        _acts++;
        await option.CheckAsync();
    }

    /// <summary>Types into a field and leaves it.</summary>
    public async Task FillAsync(ILocator box, string text)
    {
        _acts++;
        _words += WordsIn(text);
        await box.FillAsync(text);
        await box.BlurAsync();
    }

    public Task PressAsync(string key)
    {
        _acts++;
        return page.Keyboard.PressAsync(key);
    }

    /// <summary>One of many, unless the form has it already: found in the list that opens by typing its beginning.</summary>
    /// <param name="box">Where it is typed.</param>
    /// <param name="typed">What finds it; empty where the list is short enough to open it.</param>
    /// <param name="label">As it stands in the list.</param>
    /// <param name="isTaken">Whether the form has it.</param>
    public async Task PickAsync(ILocator box, string typed, string label, Func<Task<bool>> isTaken)
    {
        if (await isTaken())
        {
            return;
        }

        _acts++;
        _words += WordsIn(typed);
        var item = page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = label }).First;

        // The list is drawn anew as the answer to what was typed comes: a click on the one before is lost, and done again.
        for (var tries = 0; tries < MostTries && !await isTaken(); tries++)
        {
            await (typed.Length == 0 ? box.ClickAsync() : box.FillAsync(typed));
            await item.ClickAsync();
            await Task.WhenAny(item.WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = ListCloses }));
        }

        if (!await isTaken())
        {
            throw new InvalidOperationException($"{label} could not be picked.");
        }
    }

    // Days, times and numbers are no words.
    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter));
}
