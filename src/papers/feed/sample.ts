import type { ListedPaper } from '#papers/feed/listed.ts';

const papers: [string, string, string, string[], number, string][] = [
  [
    '1706.03762',
    '2017-06-12',
    'Attention Is All You Need',
    [
      'Ashish Vaswani',
      'Noam Shazeer',
      'Niki Parmar',
      'Jakob Uszkoreit',
      'Llion Jones',
      'Aidan N. Gomez',
      'Lukasz Kaiser',
      'Illia Polosukhin'
    ],
    112,
    'Drops recurrence and convolution altogether: sequences are mapped by layers of attention alone, each weighing all positions by $\\mathrm{softmax}(QK^\\top/\\sqrt{d_k})\\,V$. Training parallelises over positions, and translation got better while costing less.'
  ],
  [
    '2310.06110',
    '2023-10-09',
    'Grokking as the Transition from Lazy to Rich Training Dynamics',
    ['Tanishq Kumar', 'Blake Bordelon', 'Samuel J. Gershman', 'Cengiz Pehlevan'],
    64,
    'Asks why test loss can fall long after train loss has: the network first fits with the features it began with, and only later learns better ones. The delay is set by how lazy training starts and by how badly the initial kernel suits the task.'
  ],
  [
    '2201.02177',
    '2022-01-06',
    'Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets',
    ['Alethea Power', 'Yuri Burda', 'Harri Edwards', 'Igor Babuschkin', 'Vedant Misra'],
    58,
    'Small networks trained on tables such as $a \\circ b \\bmod p$ memorise them first and, thousands of steps later, suddenly generalise. Less data makes the wait longer; weight decay makes it shorter.'
  ],
  [
    '2106.09685',
    '2021-06-17',
    'LoRA: Low-Rank Adaptation of Large Language Models',
    [
      'Edward J. Hu',
      'Yelong Shen',
      'Phillip Wallis',
      'Zeyuan Allen-Zhu',
      'Yuanzhi Li',
      'Shean Wang',
      'Lu Wang',
      'Weizhu Chen'
    ],
    51,
    'Leaves the weights $W$ of a large model frozen and learns only a product of two thin matrices beside each, $W + BA$. A task then costs a small fraction of the parameters, and merging $BA$ into $W$ leaves inference as fast as before.'
  ],
  [
    '2205.14135',
    '2022-05-27',
    'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness',
    ['Tri Dao', 'Daniel Y. Fu', 'Stefano Ermon', 'Atri Rudra', 'Christopher Ré'],
    47,
    'Computes attention in tiles that fit the fast memory of a GPU and never writes the $n \\times n$ matrix out. The result is the same to rounding; the time is saved on moving data, not on arithmetic.'
  ],
  [
    '2312.00752',
    '2023-12-01',
    'Mamba: Linear-Time Sequence Modeling with Selective State Spaces',
    ['Albert Gu', 'Tri Dao'],
    43,
    'Lets the parameters of a state space model depend on the input, so that it can choose what to keep and what to forget. A scan laid out for the hardware keeps it linear, $O(n)$, in the length of the sequence.'
  ],
  [
    '2203.15556',
    '2022-03-29',
    'Training Compute-Optimal Large Language Models',
    [
      'Jordan Hoffmann',
      'Sebastian Borgeaud',
      'Arthur Mensch',
      'Elena Buchatskaya',
      'Trevor Cai',
      'Eliza Rutherford'
    ],
    39,
    'Fits how loss depends on parameters $N$ and training tokens $D$ over several hundred runs, and finds that both should grow alike with compute. Most large models of the time were too big for the data they had seen.'
  ],
  [
    '2006.11239',
    '2020-06-19',
    'Denoising Diffusion Probabilistic Models',
    ['Jonathan Ho', 'Ajay Jain', 'Pieter Abbeel'],
    31,
    'Generates images by undoing noise step by step. The training objective comes down to predicting the noise $\\epsilon$ that was added, weighted as in denoising score matching.'
  ],
  [
    '2112.10752',
    '2021-12-20',
    'High-Resolution Image Synthesis with Latent Diffusion Models',
    ['Robin Rombach', 'Andreas Blattmann', 'Dominik Lorenz', 'Patrick Esser', 'Björn Ommer'],
    28,
    'Runs diffusion in the latent space of an autoencoder rather than on pixels, which keeps what matters to the eye and makes it far cheaper. Cross-attention lets text and other conditions steer the picture.'
  ],
  [
    '1512.03385',
    '2015-12-10',
    'Deep Residual Learning for Image Recognition',
    ['Kaiming He', 'Xiangyu Zhang', 'Shaoqing Ren', 'Jian Sun'],
    26,
    'Lets each block learn a residual $F(x)$ and adds it to its input, $y = F(x) + x$. Networks of more than a hundred layers become easier to train, and depth helps instead of hurting.'
  ],
  [
    '2005.14165',
    '2020-05-28',
    'Language Models are Few-Shot Learners',
    ['Tom B. Brown', 'Benjamin Mann', 'Nick Ryder', 'Melanie Subbiah', 'Jared Kaplan'],
    22,
    'Shows that a language model of 175 billion parameters can take on new tasks from a few examples in its prompt, with no update of its weights, and looks at where that works and where it does not.'
  ],
  [
    '1412.6980',
    '2014-12-22',
    'Adam: A Method for Stochastic Optimization',
    ['Diederik P. Kingma', 'Jimmy Ba'],
    19,
    'Scales each parameter’s step by running estimates of the mean and the uncentred variance of its gradient, $\\hat m_t / (\\sqrt{\\hat v_t} + \\varepsilon)$. Little memory, little tuning, and steps that do not depend on the scale of the gradient.'
  ]
];

/** Well-known papers with real titles, names and dates and summaries of our own, for machines that reach no source. */
export const samplePapers: readonly ListedPaper[] = papers.map(
  ([arxivId, publishedOn, title, authors, upvotes, abstract]) => ({
    arxivId,
    publishedOn,
    title,
    authors,
    upvotes,
    abstract
  })
);
